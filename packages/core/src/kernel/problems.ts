/**
 * @module What is wrong with an input, said of each field: a schema's own rule names its text with `says`, the others
 * are said here.
 */
import { z } from 'zod';
import type { FieldProblem } from './denial.ts';
import { ownTexts as t } from './own-texts.ts';
import { verbatim, type Said } from './said.ts';

type Issue = z.core.$ZodRawIssue;

/** What each rule of a schema says, by the function that the schema holds for it. */
const rules = new WeakMap<object, Said>();

/**
 * What a rule of a schema says when an input breaks it: `.refine(isDay, says(t.noSuchDay))`. A schema keeps sentences;
 * here it keeps who knows the text, so that the sentence is made for the reader.
 */
export function says(said: Said): { error: (issue: Issue) => undefined } {
  const error = (_issue: Issue) => undefined;
  rules.set(error, said);
  return { error };
}

/** What a rule says that finds several problems at once, in `addIssue`. */
export const issue = (said: Said, path: PropertyKey[]) => ({ code: 'custom' as const, path, params: { said } });

const ruleOf = ({ inst }: Issue): Said | undefined => {
  const { error } = (inst?._zod.def ?? {}) as { readonly error?: object };
  return error && rules.get(error);
};

const FORMATS: Readonly<Record<string, Said>> = { email: t.emailForm, url: t.urlForm, datetime: t.instantForm };

function saidOf(issue: Issue): Said {
  const own = (issue['params'] as { readonly said?: Said } | undefined)?.said ?? ruleOf(issue);
  if (own) return own;
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? t.required : t.notValid;
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum));
    case 'invalid_format':
      return FORMATS[issue.format] ?? t.notValid;
    case 'invalid_value':
      return t.notAChoice;
    default:
      return t.notValid;
  }
}

function tooSmall(origin: string, least: number): Said {
  if (origin === 'string') return least === 1 ? t.required : t.atLeastCharacters({ least });
  if (origin === 'array') return least === 1 ? t.required : t.atLeastItems({ least });
  return t.atLeast({ least });
}

function tooBig(origin: string, most: number): Said {
  if (origin === 'string') return t.atMostCharacters({ most });
  return origin === 'array' ? t.atMostItems({ most }) : t.atMost({ most });
}

type Read<T> = { readonly data: T } | { readonly problems: readonly FieldProblem[] };

/** An input as its schema reads it, or what is wrong with each field; a text that is no `says` is told as it is. */
export function readInput<T>(schema: z.ZodType<T>, input: unknown): Read<T> {
  // A schema answers sentences only: here each is a ticket, for which what is said is handed out below.
  const said = new Map<string, Said>();
  const ticket = (issue: Issue) => {
    const number = `#${said.size}`;
    said.set(number, saidOf(issue));
    return number;
  };
  const { data, error } = schema.safeParse(input, { error: ticket });
  if (!error) return { data: data as T };
  const problems = error.issues.map(({ path, message }) => ({
    path: path.join('.'),
    text: said.get(message) ?? verbatim(message),
  }));
  return { problems };
}
