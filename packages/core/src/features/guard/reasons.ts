/** @module Why a text does not leave. */
import { reasons } from '../../kernel/denial-codes.ts';

export const guardReasons = reasons({
  FORBIDDEN_TERM: { en: 'The text contains words that may not be sent.', zh: '内容包含违禁词。' },
});

export const { FORBIDDEN_TERM } = guardReasons.reasons;
