/**
 * @module Advanced conditions in CEL, type-checked against the table's inputs. The language is loaded only by who asks
 * for it.
 */
import type { ASTNode, Environment } from '@marcbachmann/cel-js';
import type { RowCondition, ConditionLanguage, ConditionProblem, ConditionScope } from './condition.ts';
import { scalarOf } from './scalar.ts';
import type { InputDefinition } from './table-schema.ts';

type Cel = typeof import('@marcbachmann/cel-js');
type Convert = (value: NonNullable<ConditionScope[string]>, input: InputDefinition) => unknown;

const LIMITS = { maxAstNodes: 400, maxDepth: 24, maxListElements: 100, maxMapEntries: 20, maxCallArguments: 8 };

function typeOf(input: InputDefinition): string {
  if (input.type === 'boolean') return 'bool';
  if (input.type === 'money' || input.type === 'monthDay') return 'int';
  if (input.type === 'number') return input.integer ? 'int' : 'double';
  if (input.type === 'duration') return 'google.protobuf.Duration';
  return input.type === 'instant' ? 'google.protobuf.Timestamp' : 'string';
}

function converterOf(input: InputDefinition, { Duration }: { Duration: DurationClass }): Convert {
  const type = typeOf(input);
  if (type === 'int') return (value) => BigInt(Number(value));
  if (type === 'google.protobuf.Duration') return (value) => Duration.fromMilliseconds(Number(value));
  if (type === 'google.protobuf.Timestamp') return (value) => new Date(Number(value));
  return input.type === 'date' ? (value) => scalarOf(input, Number(value)) : (value) => value;
}

interface DurationClass {
  fromMilliseconds(milliseconds: number): unknown;
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}

function visit(value: unknown, see: (node: ASTNode) => void): void {
  if (Array.isArray(value)) {
    for (const part of value) visit(part, see);
  } else if (isNode(value)) {
    see(value);
    visit(value.args, see);
  }
}

/** The names a condition uses, and whether it matches a pattern: a hostile pattern could hang the desk. */
function survey(ast: ASTNode): { names: Set<string>; patterns: boolean } {
  const names = new Set<string>();
  let patterns = false;
  visit(ast, (node) => {
    if (node.op === 'id') names.add(String(node.args));
    if (node.op === 'call' || node.op === 'rcall') patterns ||= node.args[0] === 'matches';
  });
  return { names, patterns };
}

function problemOf(error: unknown): ConditionProblem {
  const { summary, range, message } = error as {
    summary?: string;
    message?: string;
    range?: { start: number; end: number };
  };
  return {
    message: summary ?? message ?? 'not an expression',
    ...(range ? { start: range.start, end: range.end } : {}),
  };
}

function compileWith(
  environment: Environment,
  expression: string,
  converters: ReadonlyMap<string, Convert>,
  inputs: readonly InputDefinition[],
): RowCondition | ConditionProblem {
  const program = environment.parse(expression);
  const checked = program.check();
  if (!checked.valid) return problemOf(checked.error);
  if (checked.type !== 'bool') return { message: `a condition is true or false, this is ${checked.type ?? 'unknown'}` };
  const { names, patterns } = survey(program.ast);
  if (patterns) return { message: 'matches() is not allowed in a condition' };
  const used = inputs.filter((input) => names.has(input.name));
  return (scope) => {
    const context: Record<string, unknown> = {};
    for (const input of used) {
      const value = scope[input.name];
      if (value === null || value === undefined) return false;
      context[input.name] = converters.get(input.name)!(value, input);
    }
    return program(context) === true;
  };
}

function languageOf({ Environment }: Cel, classes: { Duration: DurationClass }): ConditionLanguage {
  return {
    name: 'CEL',
    compile(expression, inputs) {
      const environment = new Environment({ unlistedVariablesAreDyn: false, limits: LIMITS });
      for (const input of inputs) environment.registerVariable(input.name, typeOf(input));
      const converters = new Map(inputs.map((input) => [input.name, converterOf(input, classes)]));
      try {
        return compileWith(environment, expression, converters, inputs);
      } catch (error) {
        return problemOf(error);
      }
    },
  };
}

/** Loads CEL. A condition that names something not known is false; one that fails on real facts throws. */
export async function loadCel(): Promise<ConditionLanguage> {
  const cel = await import('@marcbachmann/cel-js');
  // The package keeps its duration class to itself; any duration leads to it.
  const zero: { constructor: unknown } = cel.evaluate('duration("0s")');
  return languageOf(cel, { Duration: zero.constructor as DurationClass });
}
