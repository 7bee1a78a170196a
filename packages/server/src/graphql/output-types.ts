/**
 * @module The types of answers: entities and named values, with the viewer's share of each field.
 */
import {
  FieldHomes,
  ConfigError,
  marksOf,
  maySeeNothing,
  PERSONAL_KINDS,
  type Entity,
  type PersonalKind,
  type Home,
  type SeenAs,
} from '@shopdesk/core';
import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  isNonNullType,
  type GraphQLFieldConfig,
  type GraphQLOutputType,
} from 'graphql';
import { z } from 'zod';
import { readerOf } from './audience.ts';
import { isSeenBy, type Audience } from './audiences.ts';
import { choiceOf, type EnumTypes } from './enum-types.ts';
import { described, textOf, wordsOf } from './field-texts.ts';
import { fieldSchema, isWhole, shapeOf } from './field-schema.ts';
import { isIdName, pascal } from './names.ts';
import { DateTime, Json, SafeInt } from './scalars.ts';
import { shown } from './failure.ts';
import type { TypeNames } from './type-names.ts';
import type { AnyRow, GraphQLContext, Viewer } from './viewer.ts';

type Field = GraphQLFieldConfig<AnyRow, GraphQLContext>;
type Fields = Record<string, Field>;

const required = (type: GraphQLOutputType) => new GraphQLNonNull(type);

/** Fields that every entity has besides its own. */
const baseFields = (): Fields => {
  const text = (field: string, note?: string) =>
    described(
      textOf(
        wordsOf(() => undefined, '', field),
        note,
      ),
    );
  return {
    id: { type: required(GraphQLID), ...text('id') },
    version: {
      type: required(GraphQLInt),
      ...text('version', 'Rises with every change; pass it back as `expectedVersion`.'),
    },
    createdAt: { type: required(DateTime), ...text('createdAt') },
    updatedAt: { type: required(DateTime), ...text('updatedAt') },
  };
};

/** The type of which a field is, and where its fields are declared. */
interface Parent {
  readonly name: string;
  readonly home: Home;
}

export interface OutputOptions {
  readonly names: TypeNames;
  readonly enums: EnumTypes;
  readonly homes: FieldHomes;
  readonly audience: Audience;
  /** Names of the entities that the audience meets. */
  readonly met: ReadonlySet<string>;
  /** The lists within rows of an entity, by their names. */
  readonly lists: (entity: string) => Fields;
}

interface ObjectConfig {
  readonly owner: string;
  readonly meaning: unknown;
  readonly fields: () => Fields;
  readonly description?: string;
}

const fieldOf = (parent: string, field: string) => `the field ${field} of ${parent}`;

export class OutputTypes {
  readonly #entities: ReadonlyMap<string, Entity>;
  readonly #names: TypeNames;
  readonly #enums: EnumTypes;
  readonly #homes: FieldHomes;
  readonly #audience: Audience;
  /** Kinds of rows that the audience meets: of others it has the ids. */
  readonly #met: ReadonlySet<string>;
  readonly #lists: OutputOptions['lists'];
  readonly #nested = new WeakMap<z.ZodType, GraphQLObjectType>();

  constructor(entities: readonly Entity[], { names, enums, homes, audience, met, lists }: OutputOptions) {
    this.#names = names;
    this.#homes = homes;
    this.#audience = audience;
    this.#met = met;
    this.#lists = lists;
    this.#entities = new Map(entities.map((entity) => [entity.name, entity]));
    this.#enums = enums;
    for (const { name } of entities) this.entity(name);
  }

  entity(name: string): GraphQLObjectType {
    const entity = this.#entities.get(name);
    if (!entity) throw new ConfigError([`there is no entity ${name}`]);
    const parent = { name, home: this.#homes.row(name) };
    const fields = () => {
      const own = { ...baseFields(), ...this.#fields(parent, shapeOf(entity.schema), 'row') };
      const lists = this.#lists(name);
      const twice = Object.keys(lists).filter((list) => own[list]);
      if (twice.length > 0) throw new ConfigError(twice.map((list) => `${name} has a field and a list named ${list}`));
      return { ...own, ...lists };
    };
    return this.#object(name, {
      owner: this.#names.entity(name),
      meaning: entity,
      fields,
      description: `${entity.title.en} · ${entity.title.zh}`,
    });
  }

  /** The type of a named value that an action or a view answers; an object becomes an object type of that name. */
  value(name: string, schema: z.ZodType, of: string): GraphQLOutputType {
    const { inner, nullable } = fieldSchema(schema);
    const parent = { name, home: this.#homes.call(of) };
    const type =
      inner instanceof z.ZodObject
        ? this.#object(name, {
            owner: this.#names.part('answer', of),
            meaning: inner,
            fields: () => this.#fields(parent, shapeOf(inner)),
          })
        : this.#type(parent, name, inner);
    return nullable ? type : required(type);
  }

  #object(name: string, { owner, meaning, ...config }: ObjectConfig): GraphQLObjectType {
    return this.#names.type(name, { owner, meaning, make: () => new GraphQLObjectType({ name, ...config }) });
  }

  #fields(parent: Parent, shape: Readonly<Record<string, z.ZodType>>, of: 'row' | 'object' = 'object'): Fields {
    const fields: Fields = {};
    for (const [name, schema] of Object.entries(shape)) {
      if (!isSeenBy(this.#audience, schema)) continue;
      fields[name] = this.#field(parent, name, schema, of);
      Object.assign(fields, this.#references(parent, name, schema, shape));
    }
    return fields;
  }

  #field(parent: Parent, name: string, schema: z.ZodType, of: 'row' | 'object'): Field {
    const marks = marksOf(schema);
    const { inner, nullable, optional } = fieldSchema(schema);
    const type = this.#type(parent, name, inner);
    // A row has its defaults; an object within one may be older than the field.
    const absent = optional && !(of === 'row' && schema instanceof z.ZodDefault);
    const personal = this.#audience === 'staff' ? marks.personal : undefined;
    const open = nullable || absent || (personal !== undefined && maySeeNothing(personal));
    const reader = readerOf(name, marks) ?? membersLeft(name, inner);
    const text = textOf(wordsOf(parent.home, parent.name, name, schema), personal ? readersOf(personal) : '');
    return {
      type: open ? type : required(type),
      ...described(text),
      ...(reader ? { resolve: (row, _args, { viewer }) => reader(row, viewer.actor) } : {}),
    };
  }

  #type(parent: Parent, field: string, schema: z.ZodType): GraphQLOutputType {
    const marks = marksOf(schema);
    if (marks.instant) return DateTime;
    if (schema instanceof z.ZodArray) return new GraphQLList(this.#element(parent, field, schema.element));
    const nestedName = marks.typeName ?? `${parent.name}${pascal(field)}`;
    if (schema instanceof z.ZodObject)
      return this.#nestedObject(
        { name: nestedName, home: () => parent.home(field) },
        schema,
        fieldOf(parent.name, field),
      );
    const choice = choiceOf(schema);
    if (choice) return this.#enums.of(choice, fieldOf(parent.name, field)) ?? GraphQLString;
    if (schema instanceof z.ZodNumber) return isWhole(schema) ? (marks.large ? SafeInt : GraphQLInt) : GraphQLFloat;
    if (schema instanceof z.ZodBoolean) return GraphQLBoolean;
    if (schema._zod.def.type === 'string') return marks.ref || isIdName(field) ? GraphQLID : GraphQLString;
    return Json;
  }

  #element(parent: Parent, field: string, element: z.core.$ZodType): GraphQLOutputType {
    const { inner, nullable } = fieldSchema(element);
    const type = this.#type(parent, field, inner);
    return nullable ? type : required(type);
  }

  #nestedObject(parent: Parent, schema: z.ZodObject, owner: string): GraphQLObjectType {
    const known = this.#nested.get(schema);
    if (known) return known;
    const fields = () => this.#fields(parent, shapeOf(schema));
    const type = this.#object(parent.name, { owner, meaning: schema, fields });
    this.#nested.set(schema, type);
    return type;
  }

  /** `ownerId` also gives `owner`, and `storeIds` gives `stores`, in the viewer's own reach. */
  #references(parent: Parent, field: string, schema: z.ZodType, shape: Readonly<Record<string, z.ZodType>>): Fields {
    const { inner } = fieldSchema(schema);
    const many = inner instanceof z.ZodArray;
    const target = marksOf(many ? (inner.element as z.ZodType) : schema).ref;
    const name = field.replace(many ? /Ids$/ : /Id$/, many ? 's' : '');
    if (!target || name === field || shape[name]) return {};
    const entity = this.#entities.get(target);
    if (!entity) throw new ConfigError([`the field ${field} refers to the unknown entity ${target}`]);
    if (!this.#met.has(target)) return {};
    const type = this.entity(target);
    const words = wordsOf(parent.home, parent.name, field, schema);
    const reference = many ? manyOf(type, entity, field) : oneOf(type, entity, field);
    return { [name]: { ...reference, ...described(textOf(words, reference.description ?? undefined)) } };
  }
}

/** Of a list of codes, those that the desk knows: the feature of another may have gone. */
function membersLeft(name: string, schema: z.ZodType): SeenAs | undefined {
  const element = schema instanceof z.ZodArray ? fieldSchema(schema.element).inner : undefined;
  if (!element || !marksOf(element).codes?.open) return undefined;
  const known = new Set(choiceOf(element)?.values);
  return (row) => {
    const codes = row[name];
    return Array.isArray(codes) ? codes.filter((code: string) => known.has(code)) : codes;
  };
}

/** Who of the staff reads a kind of personal data, for the schema's reader. */
function readersOf(kind: PersonalKind): string {
  const { whole, masked, always }: (typeof PERSONAL_KINDS)[PersonalKind] & { readonly always?: true } =
    PERSONAL_KINDS[kind];
  const named = (permissions: readonly string[]) => permissions.map((permission) => `\`${permission}\``).join(' or ');
  const parts = [
    whole.length > 0 ? `whole with ${named(whole)}` : '',
    always ? 'otherwise masked' : masked.length > 0 ? `masked with ${named(masked)}` : '',
  ];
  return `Personal. Staff read it ${parts.filter(Boolean).join(', ')}.`;
}

const oneOf = (type: GraphQLObjectType, entity: Entity, field: string): Field => ({
  type,
  description: 'Null when there is none, or when it is not yours to see.',
  resolve: (row, _args, { viewer }) => shown(viewer, () => viewer.load(entity, row[field])),
});

const manyOf = (type: GraphQLObjectType, entity: Entity, field: string): Field => ({
  type: required(new GraphQLList(required(type))),
  resolve: (row, _args, { viewer }) => shown(viewer, () => loadAll(viewer, entity, row[field])),
});

async function loadAll(viewer: Viewer, entity: Entity, ids: unknown): Promise<unknown[]> {
  const rows = await Promise.all((Array.isArray(ids) ? ids : []).map((id: unknown) => viewer.load(entity, id)));
  return rows.filter((row) => row !== undefined);
}

/** Whether a type can be null where it stands. */
export const nullable = (type: GraphQLOutputType): GraphQLOutputType => (isNonNullType(type) ? type.ofType : type);
