/**
 * @module What is wrong with a field, in the reader's language. Features say it in English or leave it to zod; this
 * gives both the words of a person.
 */
import type { Locale } from '@shopdesk/core';
import type { z } from 'zod';

type Text = Readonly<Record<Locale, string>>;
type Issue = z.core.$ZodRawIssue;

const text = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

const FORMATS: Readonly<Record<string, Text>> = {
  email: text('Not an e-mail address.', '不是有效的邮箱地址。'),
  url: text('Not a web address.', '不是有效的网址。'),
  datetime: text('Not a point in time.', '不是有效的时间。'),
};
const REQUIRED = text('Required.', '必填。');
const NOT_VALID = text('Not valid.', '格式不正确。');

/** Zod's error map for one language; a text that the schema itself gives comes before it. */
export const problemTexts = (locale: Locale) => (issue: Issue) => ({ message: describe(issue)[locale] });

function describe(issue: Issue): Text {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? REQUIRED : NOT_VALID;
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum));
    case 'invalid_format':
      return FORMATS[issue.format] ?? NOT_VALID;
    case 'invalid_value':
      return text('Not one of the choices.', '不在可选范围内。');
    default:
      return NOT_VALID;
  }
}

function tooSmall(origin: string, minimum: number): Text {
  if (origin === 'string')
    return minimum === 1 ? REQUIRED : text(`At least ${minimum} characters.`, `至少 ${minimum} 个字符。`);
  if (origin === 'array') return minimum === 1 ? REQUIRED : text(`At least ${minimum}.`, `至少 ${minimum} 项。`);
  return text(`At least ${minimum}.`, `不能小于 ${minimum}。`);
}

function tooBig(origin: string, maximum: number): Text {
  if (origin === 'string') return text(`At most ${maximum} characters.`, `最多 ${maximum} 个字符。`);
  if (origin === 'array') return text(`At most ${maximum}.`, `最多 ${maximum} 项。`);
  return text(`At most ${maximum}.`, `不能大于 ${maximum}。`);
}
