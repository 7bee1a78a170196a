/**
 * @module What the desk says about itself: its entities and actions, as far as the viewer may use them.
 */
import type { DeskClient, Document } from '@shopdesk/core/client';
import type { Language, LocalText } from '../kit/language.ts';

/** The part of JSON schema that zod writes for our fields. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | number)[];
  readonly const?: string | number | boolean | null;
  readonly format?: string;
  readonly pattern?: string;
  readonly default?: unknown;
  readonly title?: string;
  readonly description?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly additionalProperties?: JsonSchema | boolean;
  /** The entity whose id this is. */
  readonly ref?: string;
  readonly as?: 'prose' | 'code' | 'secret' | 'action' | 'permission' | 'kind' | 'state' | 'clock';
  /** What the field is called. */
  readonly words?: LocalText & { readonly note?: string };
  /** The name of the set whose codes an enum takes; the reader's language knows what they are called. */
  readonly codes?: string;
}

export interface FieldDescription {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly title?: LocalText;
  /** The entity whose id this is. */
  readonly ref?: string;
  readonly instant?: boolean;
  readonly as?: JsonSchema['as'];
  /** How much it matters: `key` stands in lists, `side` beside the rest, `rare` is folded away. */
  readonly weight?: 'key' | 'normal' | 'side' | 'rare';
  /** What kind of personal data it is. */
  readonly personal?: string;
}

export interface EntityDescription {
  readonly name: string;
  readonly plural: string;
  readonly title: LocalText;
  readonly query: { readonly one: string; readonly list?: string };
  readonly fields: readonly FieldDescription[];
  readonly list?: {
    readonly filters: readonly string[];
    readonly orders: readonly { readonly name: string; readonly fields: readonly (readonly [string, string])[] }[];
  };
  readonly machine?: {
    readonly field: string;
    readonly states: readonly string[];
    readonly events: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
  /** With a machine: the viewer's actions, by the way that each leads. */
  readonly moves?: readonly MoveDescription[];
  /** Where the rows are work items. */
  readonly work?: WorkDescription;
}

/** An action that leads a row from one state to another. */
export interface MoveDescription {
  readonly action: string;
  readonly event: string;
  readonly from: string;
  readonly to: string;
}

/** What a work item is made of. Its row in the list of all work items (`WorkItem`) has the same id. */
export interface WorkDescription {
  /** What many of them are called: their place in the navigation. */
  readonly called: LocalText | null;
  /** Names of its fields. */
  readonly fields: {
    readonly number: string | null;
    /** Say together, in order, what it is about. */
    readonly title: readonly string[];
    readonly owner: string | null;
    readonly due: string | null;
    readonly customer: string | null;
  };
  /** The columns of its board, in order; empty: one for each state. */
  readonly groups: readonly { readonly code: string; readonly title: LocalText; readonly states: readonly string[] }[];
  /** States in which it is not our turn. */
  readonly waits: Readonly<Record<string, 'CUSTOMER' | 'PARTNER'>>;
  /** States in which nothing is left to do. */
  readonly ended: readonly string[];
  /** What must have happened by the due, by the code that stands in `WorkItem.clock`. */
  readonly clocks: Readonly<Record<string, LocalText>>;
  /** States of which the customer is told. */
  readonly tells: readonly string[];
  /** Whether the desk recommends steps of it: what it does not recommend is then no main button. */
  readonly advises: boolean;
  /** Whether files are kept with it (`WorkFile`). */
  readonly files: { readonly most: number; readonly fromCustomer: boolean } | null;
}

export interface ActionDescription {
  readonly name: string;
  readonly feature: string;
  readonly title: LocalText;
  readonly on: string | null;
  readonly answers: string | null;
  readonly input: JsonSchema;
  /** `light`: done at once where nothing is asked. `grave`: what follows is said first. */
  readonly manner?: 'light' | 'grave';
  /** What follows from it, in one sentence. */
  readonly about?: LocalText;
  /** Whether a call may carry an idempotency key. */
  readonly takesKey: boolean;
}

export interface DeskDescription {
  readonly entities: readonly EntityDescription[];
  readonly actions: readonly ActionDescription[];
  /** What everything is called, also what the viewer may not use. */
  readonly titles?: {
    readonly entities: Readonly<Record<string, LocalText>>;
    readonly actions: Readonly<Record<string, LocalText>>;
    readonly permissions: Readonly<Record<string, LocalText>>;
  };
}

/** The answer is JSON to the schema. */
export const deskDescription: Document<
  Record<never, never>,
  DeskDescription
> = 'query DeskDescription { deskDescription }';

const known = new WeakMap<DeskClient, Map<string, Promise<DeskDescription>>>();

/** The description for one viewer; asked once while it is good. */
export function describe(client: DeskClient, viewerId: string): Promise<DeskDescription> {
  const byViewer = known.get(client) ?? new Map<string, Promise<DeskDescription>>();
  known.set(client, byViewer);
  let description = byViewer.get(viewerId);
  if (!description) {
    description = client.query(deskDescription, {});
    byViewer.set(viewerId, description);
    description.catch(() => byViewer.delete(viewerId));
  }
  return description;
}

/** The schema without "or null", and whether null was allowed. */
export function unwrapped(schema: JsonSchema): { readonly inner: JsonSchema; readonly nullable: boolean } {
  const variants = schema.anyOf;
  if (!variants) return { inner: schema, nullable: schema.type === 'null' };
  const rest = variants.filter((variant) => variant.type !== 'null');
  const [only] = rest;
  return rest.length === 1 && only
    ? {
        inner: { ...only, ...(schema.default === undefined ? {} : { default: schema.default }) },
        nullable: rest.length < variants.length,
      }
    : { inner: schema, nullable: rest.length < variants.length };
}

/** The name of the set whose codes a field takes, also in a list. */
export const codesOf = (schema: JsonSchema | undefined): JsonSchema['codes'] => {
  if (!schema) return undefined;
  const { inner } = unwrapped(schema);
  return inner.codes ?? (inner.items && unwrapped(inner.items).inner.codes);
};

export const isMoney = ({ properties }: JsonSchema): boolean =>
  Boolean(properties?.['amount'] && properties['currency'] && Object.keys(properties).length === 2);
export const isLocalText = ({ properties }: JsonSchema): boolean =>
  Boolean(properties?.['zh'] && properties['en'] && Object.keys(properties).length === 2);

const LABELS = [
  'name',
  'title',
  'number',
  'orderNumber',
  'customerName',
  'value',
  'code',
  'rule',
  'kid',
  'externalId',
  'agentNo',
  'subject',
];

/** The field by which people know a row. */
export function labelField({ fields }: EntityDescription): string {
  const names = fields.map(({ name }) => name);
  return LABELS.find((name) => names.includes(name)) ?? 'id';
}

/** What people call a row: a text, or one in both languages; undefined where it has none. */
export function labelOf(
  entity: EntityDescription,
  row: Readonly<Record<string, unknown>>,
  language: Language,
): string | undefined {
  for (const name of [labelField(entity), 'nick']) {
    const value = row[name];
    if (typeof value === 'string' && value && name !== 'id') return value;
    if (typeof value === 'number') return String(value);
    if (value && typeof value === 'object' && 'zh' in value) return language.of(value as LocalText) || undefined;
  }
  return undefined;
}

/** The entity whose id a field holds, or whose ids. */
export const refIn = (schema: JsonSchema): string | undefined => {
  const { inner } = unwrapped(schema);
  return schema.ref ?? inner.ref ?? (inner.items && unwrapped(inner.items).inner.ref);
};

/** The entity that an id field of an input means, by its name: `toUserId` is a User. */
export function refByName(name: string, entities: readonly EntityDescription[]): EntityDescription | undefined {
  const [, stem] = /^(.+?)Ids?$/.exec(name) ?? [];
  if (!stem) return undefined;
  const wanted = stem.toLowerCase();
  return entities
    .filter(({ list }) => list)
    .find(({ name: entity }) => wanted === entity.toLowerCase() || stem.endsWith(entity));
}
