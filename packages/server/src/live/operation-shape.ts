/**
 * @module What makes two subscriptions alike: the same document and operation, the same variables as far as they shape
 * the answer, the same language, and actors who may see the same rows and fields.
 */
import type { Actor, Entity } from '@shopdesk/core';
import {
  execute,
  getNamedType,
  getOperationAST,
  isCompositeType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
} from 'graphql';
import type { LiveEvent } from './live-event.ts';
import type { LiveContext } from './schema-types.ts';
import type { Shape } from './sink.ts';
import { combined, nextFrame, type SseFrame } from './sse-frame.ts';

interface OperationFacts {
  readonly id: number;
  /** Variables that are used below the subscribed field; those of its own arguments only choose the events. */
  readonly variables: readonly string[];
  readonly typeNames: ReadonlySet<string>;
}

const known = new WeakMap<DocumentNode, Map<string, OperationFacts>>();
let documents = 0;

/** Documents come from the parser's cache, so the same text is the same document. */
function factsOf(schema: GraphQLSchema, document: DocumentNode, operationName: string): OperationFacts {
  const byName = known.get(document) ?? new Map<string, OperationFacts>();
  known.set(document, byName);
  const facts = byName.get(operationName) ?? read(schema, document);
  byName.set(operationName, facts);
  return facts;
}

function read(schema: GraphQLSchema, document: DocumentNode): OperationFacts {
  const typeInfo = new TypeInfo(schema);
  const variables = new Set<string>();
  const typeNames = new Set<string>();
  const note = () => {
    const type = getNamedType(typeInfo.getType());
    if (isCompositeType(type)) typeNames.add(type.name);
  };
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      VariableDefinition: () => false,
      Argument: () =>
        !typeInfo.getDirective() && typeInfo.getParentType() === schema.getSubscriptionType() ? false : undefined,
      Variable: ({ name }) => void variables.add(name.value),
      Field: note,
      InlineFragment: note,
      FragmentDefinition: note,
    }),
  );
  documents += 1;
  return { id: documents, variables: [...variables].toSorted(), typeNames };
}

const permissionTexts = new WeakMap<object, string>();

function rightsOf(actor: Actor): string {
  if (actor.kind !== 'staff') return '';
  let text = permissionTexts.get(actor.permissions);
  if (text === undefined) permissionTexts.set(actor.permissions, (text = [...actor.permissions].toSorted().join()));
  return text;
}

export interface LiveOperation {
  readonly args: ExecutionArgs;
  readonly entities: readonly Entity[];
  /** A fresh context for one execution. */
  readonly contextFor: (viewer: LiveContext['viewer']) => unknown;
  /** What a client may know of an answer's errors. */
  readonly present: (result: unknown) => unknown;
}

/** The shape of a subscription. Fields below it may depend on what an audience may see, never on who in it asks. */
export function operationShape({ args, entities, contextFor, present }: LiveOperation): Shape<SseFrame> {
  const { schema, document, operationName, variableValues } = args;
  const { actor, locale } = (args.contextValue as LiveContext).viewer;
  const facts = factsOf(schema, document, operationName ?? '');
  const variables = facts.variables.map((name) => variableValues?.[name] ?? null);
  const scopes = entities.filter(({ name }) => facts.typeNames.has(name)).map((entity) => entity.visible(actor));
  const facets = [
    facts.id,
    operationName ?? '',
    variables,
    locale,
    actor.kind,
    actor.tenantId,
    rightsOf(actor),
    scopes,
  ];
  const key = JSON.stringify(facets);
  const viewer = { actor, locale };
  const stripped = { schema, document, operationName, variableValues };
  const frame = (result: unknown) => nextFrame(present(result));
  return {
    key,
    actor,
    encode: (event: LiveEvent) => {
      const result = execute({ ...stripped, rootValue: event, contextValue: contextFor(viewer) });
      return result instanceof Promise ? result.then(frame) : frame(result);
    },
    combine: combined,
  };
}

/** The name of the one field that an operation subscribes to, also through fragments. */
export function subscribedField(document: DocumentNode, operationName: string | undefined | null): string | undefined {
  let name: string | undefined;
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== 'subscription') return undefined;
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === 'FragmentDefinition' ? [[node.name.value, node] as const] : [],
    ),
  );
  const look = (node: { readonly selectionSet: typeof operation.selectionSet } | undefined, depth: number) => {
    for (const selection of node?.selectionSet.selections ?? []) {
      if (selection.kind === 'Field') name ??= selection.name.value;
      else if (depth < 10)
        look(selection.kind === 'InlineFragment' ? selection : fragments.get(selection.name.value), depth + 1);
    }
  };
  look(operation, 0);
  return name;
}
