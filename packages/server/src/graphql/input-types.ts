/**
 * @module The types of inputs, derived from the zod objects of actions and views.
 */
import { marksOf } from '@shopdesk/core';
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
import type { EnumTypes } from './enum-types.ts';
import { choiceOf, fieldSchema, isWhole, shapeOf } from './field-schema.ts';
import { isIdName, pascal } from './names.ts';
import { DateTime, Json, SafeInt } from './scalars.ts';
import type { TypeNames } from './type-names.ts';

interface Place {
  readonly parent: string;
  readonly field: string;
  /** Entities that the action is about. */
  readonly prefer: readonly string[];
}

export class InputTypes {
  readonly #enums: EnumTypes;
  readonly #names: TypeNames;

  constructor(names: TypeNames, enums: EnumTypes) {
    this.#names = names;
    this.#enums = enums;
  }

  /** The input object of an action; `prefer` names the entities it is about. */
  object(action: string, schema: z.ZodObject, prefer: readonly string[]): GraphQLInputObjectType {
    return this.#object(`${pascal(action)}Input`, { owner: this.#names.part('input', action), schema, prefer });
  }

  #object(
    name: string,
    {
      owner,
      schema,
      prefer,
    }: { readonly owner: string; readonly schema: z.ZodObject; readonly prefer: readonly string[] },
  ): GraphQLInputObjectType {
    return this.#names.type(name, {
      owner,
      meaning: schema,
      make: () => new GraphQLInputObjectType({ name, fields: () => this.fields(name, schema, prefer) }),
    });
  }

  /** The fields of an input, which are also the arguments of a view. */
  fields(parent: string, schema: z.ZodObject, prefer: readonly string[]): Record<string, GraphQLInputFieldConfig> {
    const entries = Object.entries(shapeOf(schema));
    return Object.fromEntries(entries.map(([field, inner]) => [field, this.#field({ parent, field, prefer }, inner)]));
  }

  #field(place: Place, schema: z.ZodType): GraphQLInputFieldConfig {
    const { inner, nullable, optional, fallback } = fieldSchema(schema);
    const type = this.#type(place, inner);
    const title = marksOf(schema).title?.en;
    return {
      type: nullable || optional ? type : new GraphQLNonNull(type),
      ...(fallback === undefined || fallback === null ? {} : { defaultValue: fallback }),
      ...(title ? { description: title } : {}),
    };
  }

  #type(place: Place, schema: z.ZodType): GraphQLInputType {
    const marks = marksOf(schema);
    const { parent, field, prefer } = place;
    const owner = `the argument ${field} of ${parent}`;
    if (marks.instant) return DateTime;
    if (schema instanceof z.ZodArray) return new GraphQLList(this.#element(place, schema.element));
    if (schema instanceof z.ZodObject)
      return this.#object(marks.typeName ? `${marks.typeName}Input` : `${parent}${pascal(field)}`, {
        owner,
        schema,
        prefer,
      });
    const choice = choiceOf(schema);
    if (choice)
      return (
        this.#enums.find({ field, name: marks.typeName ?? `${parent}${pascal(field)}`, owner, prefer }, choice) ??
        GraphQLString
      );
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
