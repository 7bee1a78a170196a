/**
 * @module A denial in the reader's language: by its code, or by the sentence that a feature chose for it.
 */
import { DenialCodes, type Denial, type Desk, type FieldProblem, type Locale } from '@shopdesk/core';
import type { z } from 'zod';
import { problemTexts } from './problem-text.ts';
import { translatorOf } from './translator.ts';

/** What was asked when the denial came, to say field problems in the reader's words. */
export interface Question {
  readonly schema: z.ZodType;
  readonly input: unknown;
}

/** Whose language it is, and whose features speak. */
export interface Listener {
  readonly locale: Locale;
  readonly desk: Pick<Desk, 'features' | 'members'>;
}

/** The same denial with texts in one of the two languages. */
export function inLanguage(denial: Denial, { locale, desk }: Listener, question?: Question): Denial {
  const { code, fields } = denial;
  const say = (english: string, otherwise = english) =>
    locale === 'en' ? english : (translatorOf(desk)(english) ?? otherwise);
  const words = desk.members(DenialCodes).get(code);
  if (!words) throw new Error(`The denial code ${code} is listed by no feature of the desk: put it into \`members\`.`);
  const sentence = words[locale === 'en' ? 'en' : 'zh'];
  const message = denial.message === words.en ? sentence : say(denial.message, sentence);
  if (!fields) return { ...denial, message };
  const invalid = (question && problemsOf(question, locale)) ?? fields;
  return { ...denial, message, fields: invalid.map((field) => ({ ...field, message: say(field.message) })) };
}

/** The problems of an input that its schema refuses; undefined when the refusal came from the action itself. */
function problemsOf({ schema, input }: Question, locale: Locale): FieldProblem[] | undefined {
  const parsed = schema.safeParse(input, { error: problemTexts(locale) });
  return parsed.error?.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
}
