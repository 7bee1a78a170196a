/**
 * @module What a field is called, from the words of the feature that declares it: the descriptions of the schema, and
 * what generic pages show.
 */
import { fieldWords, type CodeWords, type FieldWords, type Home } from '@shopdesk/core';
import type { z } from 'zod';

/** What a field of an entity, a type or an input is called. */
export const wordsOf = (home: Home, owner: string, field: string, schema?: z.core.$ZodType): FieldWords | undefined =>
  fieldWords({ feature: home(field), owner, field }, schema);

/** `Risk note · 风险备注. Shown to staff beside the chat.` */
export const textOf = (
  words: FieldWords | CodeWords | undefined,
  ...notes: readonly (string | undefined)[]
): string => {
  const named = words && `${words.en} · ${words.zh}`;
  const rest = [words?.note, ...notes].filter(Boolean);
  return rest.length === 0 ? (named ?? '') : [named && `${named}.`, ...rest].filter(Boolean).join(' ');
};

/** The description of a GraphQL field, if there is anything to say. */
export const described = (text: string): { description?: string } => (text ? { description: text } : {});
