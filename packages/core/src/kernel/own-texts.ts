/**
 * @module What the kernel itself says, and what is said of a field whatever feature declares it: the problems that a
 * schema finds, in the words of a person.
 */
import { texts } from './said.ts';

export const ownTexts = texts('desk', {
  atLeast: { en: 'At least {least, number}.', zh: '不能小于 {least, number}。' },
  atLeastCharacters: {
    en: 'At least {least, plural, one {# character} other {# characters}}.',
    zh: '至少 {least, number} 个字符。',
  },
  atLeastItems: { en: 'At least {least, number}.', zh: '至少 {least, number} 项。' },
  atMost: { en: 'At most {most, number}.', zh: '不能大于 {most, number}。' },
  atMostCharacters: {
    en: 'At most {most, plural, one {# character} other {# characters}}.',
    zh: '最多 {most, number} 个字符。',
  },
  atMostItems: { en: 'At most {most, number}.', zh: '最多 {most, number} 项。' },
  brokenText: { en: 'The text has a broken character.', zh: '文字包含无法识别的字符。' },
  emailForm: { en: 'Not an e-mail address.', zh: '不是有效的邮箱地址。' },
  forAllStores: {
    en: 'Only somebody who works for every store may do this.',
    zh: '仅负责全部店铺的人员可以执行此操作。',
  },
  instantForm: { en: 'Not a point in time.', zh: '不是有效的时间。' },
  keyOfOtherAction: { en: 'This idempotency key was used for another action.', zh: '该幂等键已用于其他操作。' },
  keyOfOtherInput: { en: 'This idempotency key was used with another input.', zh: '该幂等键已用于其他内容。' },
  lossyText: {
    en: 'The text was read in a wrong encoding: it has replacement characters (�).',
    zh: '文字的编码有误，含有替换字符（�）。',
  },
  noKey: { en: 'This action takes no idempotency key.', zh: '此操作不支持幂等键。' },
  notAChoice: { en: 'Not one of the choices.', zh: '不在可选范围内。' },
  notValid: { en: 'Not valid.', zh: '格式不正确。' },
  otherStores: { en: 'This concerns stores that you do not work for.', zh: '此操作涉及您不负责的店铺。' },
  required: { en: 'Required.', zh: '必填。' },
  sentBefore: { en: 'This was sent before with another content.', zh: '此内容已发送过，但内容不同。' },
  tooDeep: {
    en: 'The data is nested too deeply: at most {most, number} levels.',
    zh: '数据嵌套过深，最多 {most, number} 层。',
  },
  urlForm: { en: 'Not a web address.', zh: '不是有效的网址。' },
});
