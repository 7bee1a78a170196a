/**
 * @module A denial in the reader's language: by its code, or by the sentence that a feature chose for it.
 */
import { DENIAL_MESSAGES, type Denial, type FieldProblem, type Locale } from '@shopdesk/core';
import type { z } from 'zod';
import { problemTexts } from './problem-text.ts';

/** Sentences of the standard features, whose English is written where they are said. */
const IN_CHINESE: Readonly<Record<string, string>> = {
  'A phrase needs a letter or a digit.': '词语至少要有一个文字或数字。',
  'At least 10 characters.': '至少 10 个字符。',
  'At least 256 bits.': '至少 256 位。',
  'At most 2000 characters.': '最多 2000 个字符。',
  'Choose the stores that you work for.': '请选择您负责的店铺。',
  'E-mail or password is wrong.': '邮箱或密码错误。',
  'Fill in what stands in braces first.': '请先填写花括号中的内容。',
  'Not an IANA time zone.': '不是有效的时区。',
  'Only the owner transfers a conversation.': '只有会话负责人可以转接。',
  'Required for a new rule.': '新增规则时必填。',
  'Required to close.': '结束会话前必填。',
  'Say what the next person must know.': '请填写下一位同事需要了解的情况。',
  'Send one of text, attachmentId or card.': '请在文字、附件和卡片中选择一种发送。',
  'Take the conversation first.': '请先接入会话。',
  'The administrator keeps the management of staff.': '管理员必须保留员工管理权限。',
  'The file is larger than 10 MiB.': '文件超过 10 MiB。',
  'The message is empty.': '消息内容为空。',
  'The text has a broken character.': '文字包含无法识别的字符。',
  'This action takes no idempotency key.': '此操作不支持幂等键。',
  'This idempotency key was used for another action.': '该幂等键已用于其他操作。',
  'This type of file cannot be sent.': '不支持发送此类型的文件。',
  'You cannot take away your own administration.': '不能取消自己的管理员权限。',
};

/** What was asked when the denial came, to say field problems in the reader's words. */
export interface Question {
  readonly schema: z.ZodType;
  readonly input: unknown;
}

/** The same denial with texts in one of the two languages. */
export function inLanguage(denial: Denial, locale: Locale, question?: Question): Denial {
  const { code, fields } = denial;
  const message = denial.message === DENIAL_MESSAGES[code].en ? sentence(code, locale) : translated(denial.message, locale, sentence(code, locale));
  if (!fields) return { ...denial, message };
  const invalid = question && problemsOf(question, locale);
  return { ...denial, message, fields: (invalid ?? fields).map((field) => ({ ...field, message: translated(field.message, locale, field.message) })) };
}

const sentence = (code: Denial['code'], locale: Locale) => DENIAL_MESSAGES[code][locale === 'en' ? 'en' : 'zh'];

const translated = (english: string, locale: Locale, otherwise: string) => (locale === 'en' ? english : (IN_CHINESE[english] ?? otherwise));

/** The problems of an input that its schema refuses; undefined when the refusal came from the action itself. */
function problemsOf({ schema, input }: Question, locale: Locale): FieldProblem[] | undefined {
  const parsed = schema.safeParse(input, { error: problemTexts(locale) });
  return parsed.error?.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
}
