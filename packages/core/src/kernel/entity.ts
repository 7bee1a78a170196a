/**
 * @module An entity declares its fields once; types, storage, GraphQL, forms and audit are derived from it.
 */
import { z } from 'zod';
import type { Actor } from './actor.ts';
import type { Machine } from './machine.ts';
import type { PersonalKind } from './personal.ts';
import { ownTexts } from './own-texts.ts';
import { says } from './problems.ts';
import type { Work } from './work.ts';
import type { Fields, Shape } from './shape.ts';

/** Fields that every row has. Instants are ISO 8601 strings in UTC with milliseconds. */
export interface BaseRow {
  readonly id: string;
  readonly tenantId: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What a field accepts in a filter: a value, or comparisons that all hold: `{ gte: from, lt: to }`. */
export type Condition =
  | string
  | number
  | boolean
  | null
  | { readonly in: readonly (string | number)[] }
  | { readonly ne: string | number | boolean | null }
  | { readonly lt: string | number }
  | { readonly lte: string | number }
  | { readonly gt: string | number }
  | { readonly gte: string | number }
  /** Case-insensitive part of a text. */
  | { readonly contains: string }
  /** Element of an array field. */
  | { readonly has: string };

/** Conditions by field, all of which hold; `or` adds alternatives of which one must hold. */
export type Filter = { readonly [field: string]: Condition | undefined } | { readonly or: readonly Filter[] };

/** `[field, direction]`; `id` is appended as the last key by the store. */
export type Order = readonly (readonly [field: string, direction: 'asc' | 'desc'])[];

/** Which rows of an entity an actor may see: all of the tenant, none, or those that match. */
export type Visibility = 'all' | 'none' | Filter;

declare const rowType: unique symbol;
declare const eventType: unique symbol;
declare const inputType: unique symbol;

/** A declared entity; `R` is its row, and `I` what must be said of a new one: the rest begins with its default. */
export interface Entity<out R extends BaseRow = BaseRow, out I = unknown, out Event extends string = string> {
  readonly [rowType]?: R;
  readonly [eventType]?: Event;
  readonly [inputType]?: I;
  readonly name: string;
  readonly plural: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly schema: z.ZodObject;
  readonly machine?: Machine;
  /**
   * Each entry is an index; tenantId leads all of them, but those of entities that are looked up before the tenant is
   * known (`lookup`), which may name `id` for that. A `-` before a field means descending. A single field that is
   * a list of texts is indexed by its texts, for the condition `has`.
   */
  readonly index: readonly (readonly string[])[];
  /** Unique within the tenant, where every named field is set and `where` holds. */
  readonly unique: readonly UniqueKey[];
  readonly visible: (actor: Actor) => Visibility;
  /** Which fields a list may be filtered and ordered by; absent: no list query. */
  readonly list?: ListDefinition;
  /** By a field that refers to another row: the list under which that row has these. */
  readonly within?: Readonly<Record<string, Within>>;
  /** Streams that hear of a change of a row. */
  readonly live?: (row: never) => readonly string[];
  /** How a change of a row is told in the streams; without it staff hear which row has changed, and read it again. */
  readonly told?: Told;
  /** What makes its rows work items; see `Work`. */
  readonly work?: Work;
  /** Fields whose change is written to the audit trail with before and after. */
  readonly audited: readonly string[];
  /** Found by an unauthenticated look-up (a session by its token, a store by its key). */
  readonly lookup?: boolean;
  /**
   * Read with nearly every action and changed hardly ever: a server keeps the rows at hand until it hears of a change.
   */
  readonly kept?: boolean;
  /** Bookkeeping of the desk itself: in no API, no event and no audit entry. */
  readonly internal?: boolean;
}

export interface UniqueKey {
  readonly name: string;
  readonly fields: readonly string[];
  /** Only rows with one of these values count (a partial index). */
  readonly where?: { readonly field: string; readonly in: readonly string[] };
  /** Unique over all tenants. */
  readonly global?: boolean;
}

/**
 * The event in which a row is told whole to everybody who may see it: in the inbox of its stores (`storeId` or
 * `storeIds`; none are all), and in the conversation that it belongs to (`conversationId`).
 */
export interface Told {
  /** Name of the event in GraphQL: `TransferChanged`. */
  readonly as: string;
  /** Its field that holds the row: `transfer`. */
  readonly field: string;
}

/** The rows of an entity as a list of the row to which they refer: `messages` of a conversation. */
export interface Within {
  /** What the list is called there. */
  readonly as: string;
  /** @defaultValue the first order of the entity's own list */
  readonly order?: Order;
  /** Staff alone have the list, where shoppers see too few of the rows for it to make sense. */
  readonly audience?: 'staff';
}

export interface ListDefinition {
  readonly filters: readonly string[];
  readonly orders: readonly Order[];
}

/** The row type of an entity. */
export type RowOf<E> = E extends Entity<infer R> ? R : never;

/** What must be said of a new row of the entity. */
export type InputOf<E> = E extends Entity<BaseRow, infer I> ? I : never;

export interface EntityOptions<S extends Shape, Event extends string = string> {
  readonly name: string;
  readonly plural?: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly schema: z.ZodObject<S>;
  readonly machine?: Machine<string, Event>;
  readonly index?: readonly (readonly string[])[];
  readonly unique?: readonly UniqueKey[];
  readonly visible: (actor: Actor) => Visibility;
  readonly list?: ListDefinition;
  readonly within?: Readonly<Partial<Record<keyof S & string, Within>>>;
  readonly live?: (row: Fields<S>['output'] & BaseRow) => readonly string[];
  readonly told?: Told;
  readonly work?: Work<Fields<S>['output'] & BaseRow>;
  readonly audited?: readonly string[];
  readonly lookup?: boolean;
  readonly kept?: boolean;
  readonly internal?: boolean;
}

/** Declares an entity from one zod object; rows also carry {@link BaseRow}. */
export function defineEntity<S extends Shape, Event extends string = never>(
  options: EntityOptions<S, Event>,
): Entity<Fields<S>['output'] & BaseRow, Fields<S>['input'], Event> {
  return {
    plural: `${options.name}s`,
    index: [],
    unique: [],
    audited: options.machine ? [options.machine.field] : [],
    ...options,
  } as Entity<Fields<S>['output'] & BaseRow, Fields<S>['input'], Event>;
}

/** A field of a new row, and how its default comes about. */
type Default = readonly [field: string, begin: () => unknown];

const defaults = new WeakMap<Entity, readonly Default[]>();

/** The fields of an entity that begin with a default. */
export function defaultsOf(entity: Entity): readonly Default[] {
  let known = defaults.get(entity);
  if (!known) defaults.set(entity, (known = Object.entries(entity.schema.shape).flatMap(defaultOf)));
  return known;
}

function defaultOf([field, schema]: [string, z.core.$ZodType]): Default[] {
  const begin = () => (schema as z.ZodType).safeParse(undefined).data;
  const value = begin();
  if (value === undefined) return [];
  // A list or an object is made anew, so that no two rows share one.
  return [[field, value !== null && typeof value === 'object' ? begin : () => value]];
}

/** What people read, in both languages. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

/** What a field is called. */
export interface FieldWords extends Words {
  /** One sentence in English where the name alone does not say it: the unit, or what null means. */
  readonly note?: string;
}

/** Whether a person finds words in either language. */
export const isWorded = (words: Partial<Words> | undefined): words is Words =>
  Boolean(words?.en?.trim() && words.zh?.trim());

/** What a code is called. */
export interface CodeWords extends Words {
  /** One sentence in English where the name alone does not say what the code means. */
  readonly note?: string;
}

/** The set of codes of which a field takes one; see `codes` and `vocabulary`. */
export interface CodesMark {
  readonly name: string;
  readonly words: Readonly<Record<string, CodeWords>>;
  /** A vocabulary, to which other features may have added. */
  readonly open?: true;
}

/**
 * What a text field is where its type does not say it: `prose` has paragraphs, `code` is read letter by letter, `secret`
 * is typed but never shown. The others are names that people read in words: of an action or a permission, and in rows
 * about work items the `kind` (an entity), and a `state` and a `clock` of that kind.
 */
export type Meaning = 'prose' | 'code' | 'secret' | 'action' | 'permission' | 'kind' | 'state' | 'clock';

/**
 * How much a field matters to somebody who looks at a row. `key` stands in lists and beside the title, `side` beside the
 * rest, `rare` is folded away. Without one it is `normal`.
 */
export type Weight = 'key' | 'normal' | 'side' | 'rare';

/** Marks on a field that the derivations read. */
export interface FieldMarks {
  codes?: CodesMark;
  as?: Meaning;
  weight?: Weight;
  /** `staff`: hidden from shoppers. `never`: leaves the server in no answer. */
  audience?: 'staff' | 'never';
  /** Name of the entity whose id this is. */
  ref?: string;
  /** An instant (ISO 8601, UTC). */
  instant?: true;
  /** What it is called where the words of its feature do not say it. */
  title?: FieldWords;
  /** Name of an object or an enum in GraphQL. */
  typeName?: string;
  /** What kind of personal data it is, which says who reads it whole, who masked, and who not at all. */
  personal?: PersonalKind;
  /** A record of JSON in which personal data may stand. */
  personalRecord?: true;
  /** A whole number that may need more than 32 bits. */
  large?: true;
  /** What a viewer gets instead of what is stored. */
  seen?: SeenAs;
}

/** What a viewer gets for a field of a row instead of its stored value; of the same type. */
export type SeenAs = (row: Readonly<Record<string, unknown>>, actor: Actor) => unknown;

/** Holds {@link FieldMarks}; typed as such, zod would take the types of what a mark refers to apart. */
const marks = z.registry<object>();
const ownMarks = (schema: z.core.$ZodType) => marks.get(schema as z.ZodType) as FieldMarks | undefined;

/** Reads the marks of a field, also through optional and nullable wrappers. */
export function marksOf(schema: z.core.$ZodType): FieldMarks {
  const inner = schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault;
  return { ...(inner ? marksOf(schema.unwrap()) : {}), ...ownMarks(schema) };
}

/** Adds marks to a field. */
export function mark<S extends z.ZodType>(schema: S, fieldMarks: FieldMarks): S {
  const clone = schema.clone() as S;
  marks.add(clone as z.ZodType, { ...marksOf(schema), ...fieldMarks });
  return clone;
}

/** Gives a schema the marks of the one that it was made from, some of them changed. */
export function remarked<S extends z.ZodType>(from: S, made: S, changed: FieldMarks): S {
  const own = ownMarks(from);
  if (own) marks.add(made as z.ZodType, { ...own, ...changed });
  return made;
}

/** The id of a row of another entity. */
export const ref = (entity: string) => mark(z.string().min(1).max(64), { ref: entity });
/** An instant: ISO 8601 in UTC with milliseconds, from the year 1 on, which is where databases begin. */
export const instant = () =>
  mark(
    z.iso.datetime({ precision: 3 }).refine((text) => !text.startsWith('0000'), says(ownTexts.instantForm)),
    { instant: true },
  );
/** A field that shoppers never see. */
export const staffOnly = <S extends z.ZodType>(schema: S): S => mark(schema, { audience: 'staff' });
/** A field that no answer ever contains (hashes, secrets). */
export const secret = <S extends z.ZodType>(schema: S): S => mark(schema, { audience: 'never' });
/** Personal data: its owner reads it whole, staff as the kind says (R-SEC-01). An object is marked as a whole. */
export const personal = <S extends z.ZodType>(kind: PersonalKind, schema: S): S => mark(schema, { personal: kind });
/** A record of JSON that may hold personal data: staff read its parts as their names say. */
export const personalRecord = <S extends z.ZodType>(schema: S): S => mark(schema, { personalRecord: true });
/**
 * A field that is not the same for everybody: every answer of the server holds what `seen` says. Rules and listeners
 * inside the desk read what is stored.
 */
export const seenAs = <S extends z.ZodType>(schema: S, seen: SeenAs): S => mark(schema, { seen });
/** Lets a whole number need more than 32 bits, which is all that GraphQL's Int has. */
export const large = <S extends z.ZodType>(schema: S): S => mark(schema, { large: true });
/** Says what one field is called, where its name does not say it as everywhere in its feature. */
export const worded = <S extends z.ZodType>(schema: S, title: FieldWords): S => mark(schema, { title });
/** Says what a field means or how much it matters, where pages could not tell from its type. */
export const hinted = <S extends z.ZodType>(schema: S, hints: Pick<FieldMarks, 'as' | 'weight'>): S =>
  mark(schema, hints);
/** Gives a shared object or enum schema its name in GraphQL; the schema itself stays the same object. */
export function named<S extends z.ZodType>(typeName: string, schema: S): S {
  marks.add(schema as z.ZodType, { ...ownMarks(schema), typeName });
  return schema;
}
