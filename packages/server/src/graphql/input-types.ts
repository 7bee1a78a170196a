/**
 * @module The types of inputs, derived from the zod objects of actions and views.
 */
import { FieldHomes, marksOf, type Home } from '@shopdesk/core';
import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
  type GraphQLInputFieldConfig,
  type GraphQLInputType,
} from 'graphql';
import { z } from 'zod';
import { choiceOf, type EnumTypes } from './enum-types.ts';
import { described, textOf, wordsOf } from './field-texts.ts';
import { fieldSchema, isWhole, shapeOf } from './field-schema.ts';
import { isIdName, pascal } from './names.ts';
import { DateTime, Json, SafeInt } from './scalars.ts';
import type { TypeNames } from './type-names.ts';

interface Place {
  readonly parent: string;
  readonly field: string;
  readonly about: About;
}

/** Of whom the fields are. */
interface About {
  readonly home: Home;
  /** By this name words are told from others of the same field. */
  readonly owner: string;
}

export class InputTypes {
  readonly #enums: EnumTypes;
  readonly #names: TypeNames;
  readonly #homes: FieldHomes;

  constructor(names: TypeNames, enums: EnumTypes, homes: FieldHomes) {
    this.#names = names;
    this.#homes = homes;
    this.#enums = enums;
  }

  /** The input object of an action. */
  object(action: string, schema: z.ZodObject): GraphQLInputObjectType {
    const about = this.#about(action);
    return this.#object(`${pascal(action)}Input`, { owner: this.#names.part('input', action), schema, about });
  }

  #object(
    name: string,
    { owner, schema, about }: { readonly owner: string; readonly schema: z.ZodObject; readonly about: About },
  ): GraphQLInputObjectType {
    return this.#names.type(name, {
      owner,
      meaning: schema,
      make: () => new GraphQLInputObjectType({ name, fields: () => this.#fields(name, schema, about) }),
    });
  }

  /** The arguments of a view. */
  args(view: string, schema: z.ZodObject): Record<string, GraphQLInputFieldConfig> {
    return this.#fields(pascal(view), schema, this.#about(view));
  }

  #about(call: string): About {
    return { home: this.#homes.call(call), owner: call };
  }

  #fields(parent: string, schema: z.ZodObject, about: About): Record<string, GraphQLInputFieldConfig> {
    const entries = Object.entries(shapeOf(schema));
    return Object.fromEntries(entries.map(([field, inner]) => [field, this.#field({ parent, field, about }, inner)]));
  }

  #field(place: Place, schema: z.ZodType): GraphQLInputFieldConfig {
    const { inner, nullable, optional, fallback } = fieldSchema(schema);
    const type = this.#type(place, inner);
    const { home, owner } = place.about;
    return {
      type: nullable || optional ? type : new GraphQLNonNull(type),
      ...(fallback === undefined || fallback === null ? {} : { defaultValue: fallback }),
      ...described(textOf(wordsOf(home, owner, place.field, schema))),
    };
  }

  #type(place: Place, schema: z.ZodType): GraphQLInputType {
    const marks = marksOf(schema);
    const { parent, field, about } = place;
    const owner = `the argument ${field} of ${parent}`;
    if (marks.instant) return DateTime;
    if (schema instanceof z.ZodArray) return new GraphQLList(this.#element(place, schema.element));
    if (schema instanceof z.ZodObject)
      return this.#object(marks.typeName ? `${marks.typeName}Input` : `${parent}${pascal(field)}`, {
        owner,
        schema,
        about: { ...about, owner: marks.typeName ?? `${about.owner}.${field}` },
      });
    const choice = choiceOf(schema);
    if (choice) return this.#enums.of(choice, owner) ?? GraphQLString;
    if (schema instanceof z.ZodNumber) return isWhole(schema) ? (marks.large ? SafeInt : GraphQLInt) : GraphQLFloat;
    if (schema instanceof z.ZodBoolean) return GraphQLBoolean;
    if (schema._zod.def.type === 'string') return marks.ref || isIdName(field) ? GraphQLID : GraphQLString;
    return Json;
  }

  #element(place: Place, element: z.core.$ZodType): GraphQLInputType {
    const { inner, nullable } = fieldSchema(element);
    const type = this.#type(place, inner);
    return nullable ? type : new GraphQLNonNull(type);
  }
}
