/**
 * @module What a document may ask at most. A query is text from a stranger: nested deep enough, repeated by aliases or
 * blown up by fragments it costs more than a thousand honest ones, so it is refused before anything is executed.
 * Parsed and validated documents are kept, which also makes the honest ones cheap.
 */
import { MAX_INPUT_DEPTH, sayEnglish, TOO_DEEP } from '@shopdesk/core';
import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import {
  BREAK,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { Recent } from '../http/recent.ts';
import { withoutSuggestion } from './mask-errors.ts';

export interface DocumentLimits {
  /** @defaultValue 10 */
  readonly depth?: number;
  /** Aliases in one document. @defaultValue 15 */
  readonly aliases?: number;
  /** @defaultValue 20 */
  readonly directives?: number;
  /** Words and signs. @defaultValue 2,000 */
  readonly tokens?: number;
  /** Sum over all fields, more the deeper they stand, times `first`. @defaultValue 20,000 */
  readonly cost?: number;
}

export interface DocumentLimitsOptions extends DocumentLimits {
  /** Lets clients read the schema and get suggestions for misspelt names. */
  readonly introspection: boolean;
}

/** Documents kept; longer texts are not, because their size would be a stranger's choice. */
const MOST_KEPT = 1000;
const LONGEST_KEPT = 16 * 1024;

interface Checked {
  readonly document: DocumentNode;
  errors?: readonly GraphQLError[];
}

const tooMuch = (error: unknown): GraphQLError =>
  new GraphQLError(error instanceof Error ? error.message.replace(/^Syntax Error: /, '') : String(error), {
    extensions: { code: 'DOCUMENT_LIMIT', http: { status: 400 } },
  });

function parsed(text: string, maxTokens: number): DocumentNode {
  try {
    return parse(text, { maxTokens });
  } catch (error) {
    // Lists within lists are few signs and exhaust the parser's stack all the same.
    if (error instanceof RangeError) throw tooMuch(new Error(sayEnglish(TOO_DEEP)));
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes('tokens. Parsing aborted')) throw tooMuch(error);
    throw new GraphQLError(error.message, {
      source: error.source,
      positions: error.positions,
      extensions: { code: 'GRAPHQL_PARSE_FAILED', http: { status: 400, spec: true } },
    });
  }
}

/** What is written in the document itself is nested no deeper than what comes as a variable. */
const literalDepthRule: ValidationRule = (context) => {
  let depth = 0;
  const level = {
    enter: () => {
      depth += 1;
      if (depth === MAX_INPUT_DEPTH + 1) context.reportError(tooMuch(new Error(sayEnglish(TOO_DEEP))));
      return depth > MAX_INPUT_DEPTH ? BREAK : undefined;
    },
    leave: () => void (depth -= 1),
  };
  return { ObjectValue: level, ListValue: level };
};

const rulesOf = ({
  depth = 10,
  aliases = 15,
  directives = 20,
  cost = 20_000,
  introspection,
}: DocumentLimitsOptions): readonly ValidationRule[] => {
  const options = { exposeLimits: true, errorMessage: 'The document asks too much.' };
  return [
    literalDepthRule,
    maxDepthRule({ ...options, n: depth, ignoreIntrospection: true }),
    maxAliasesRule({ ...options, n: aliases }),
    maxDirectivesRule({ ...options, n: directives }),
    costLimitRule({
      ...options,
      maxCost: cost,
      objectCost: 2,
      scalarCost: 1,
      depthCostFactor: 1.5,
      ignoreIntrospection: true,
    }),
    ...specifiedRules,
    ...(introspection ? [] : [NoSchemaIntrospectionCustomRule]),
  ] as readonly ValidationRule[];
};

export function useDocumentLimits(options: DocumentLimitsOptions): Plugin {
  const rules = rulesOf(options);
  const byText = new Recent<string, Checked>(MOST_KEPT);
  const byDocument = new WeakMap<DocumentNode, Checked>();

  const checkedText = (text: string): Checked => {
    const known = byText.get(text);
    if (known) return known;
    const checked: Checked = { document: parsed(text, options.tokens ?? 2000) };
    byDocument.set(checked.document, checked);
    if (text.length <= LONGEST_KEPT) byText.set(text, checked);
    return checked;
  };

  const errorsOf = (schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] => {
    try {
      const errors = validate(schema, document, rules);
      return options.introspection ? errors : errors.map(withoutSuggestion);
    } catch (error) {
      return [tooMuch(error)];
    }
  };

  return {
    onParse({ params: { source }, setParsedDocument }) {
      setParsedDocument(checkedText(typeof source === 'string' ? source : source.body).document);
    },
    onValidate({ params: { schema, documentAST }, setResult }) {
      const checked: Checked = byDocument.get(documentAST as DocumentNode) ?? { document: documentAST as DocumentNode };
      setResult((checked.errors ??= errorsOf(schema as GraphQLSchema, checked.document)));
    },
  };
}
