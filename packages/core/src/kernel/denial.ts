/**
 * @module A denial is the answer "no" with its reason: a value where one asks, a `DeniedError` where one acts.
 */

import { sayEnglish } from './sentence.ts';
import type { Said } from './said.ts';
import type { Added } from './vocabulary.ts';

/**
 * The stable codes that the kernel itself says no with, or that belong to no single feature, with the sentence a person
 * reads. A feature adds its own with `reasons`.
 */
export const OWN_REASONS = {
  UNAUTHENTICATED: { en: 'Please sign in first.', zh: '请先登录。' },
  FORBIDDEN: { en: 'Your role may not do this.', zh: '您的角色无权执行此操作。' },
  NOT_FOUND: { en: 'Not found.', zh: '未找到。' },
  VALIDATION_FAILED: { en: 'Some fields are not valid.', zh: '部分内容填写有误。' },
  INVALID_TRANSITION: { en: 'This is not possible in the present state.', zh: '当前状态下不能执行此操作。' },
  REASON_REQUIRED: { en: 'A reason is required.', zh: '请填写原因。' },
  LIMIT_EXCEEDED: { en: 'This is above the limit.', zh: '超出限额。' },
  CONFLICT: { en: 'Someone else changed this meanwhile.', zh: '内容已被他人更改。' },
  POLICY_DENIED: { en: 'The policy does not allow this.', zh: '政策不允许此操作。' },
  DUPLICATE: { en: 'This exists already.', zh: '已存在。' },
  SHOP_UNAVAILABLE: {
    en: 'The shop does not answer at the moment. Please try again.',
    zh: '商店系统暂时没有响应，请稍后重试。',
  },
  RATE_LIMITED: { en: 'Too many requests. Please wait a moment.', zh: '操作过于频繁，请稍候。' },
} as const;

/** One of the kernel's own codes. */
export type OwnCode = keyof typeof OWN_REASONS;

/** One of the stable error codes of the API (domain model 3.14): the kernel's own, or one that a feature adds. */
export type DenialCode = OwnCode | Added;

/** A code of a feature, with the sentence a person reads; see `reasons`. */
export interface Reason {
  readonly code: string;
  readonly en: string;
  readonly zh: string;
}

/** One field of the input that is not valid; `path` is dotted. */
export interface FieldProblem {
  readonly path: string;
  /** What is wrong with it. */
  readonly text: Said;
}

/** Why an action is refused; safe to show. */
export interface Denial {
  readonly code: DenialCode;
  /** Why, as exactly as is known; at least what the code means. */
  readonly text: Said;
  readonly fields?: readonly FieldProblem[];
  /** Facts for a program: from, event, limit, version, ruleIds … */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What a code says by itself. */
const reasonText = ({ code, en, zh }: Reason): Said => ({ text: { key: `DenialCode.${code}`, en, zh } });

const ownTexts = new Map(Object.entries(OWN_REASONS).map(([code, words]) => [code, reasonText({ code, ...words })]));

/** Builds a denial; what it says defaults to what its code means. */
export function deny(
  because: OwnCode | Reason,
  {
    text,
    fields,
    details,
  }: { text?: Said | undefined; fields?: readonly FieldProblem[]; details?: Record<string, unknown> } = {},
): Denial {
  const isOwn = typeof because === 'string';
  return {
    code: isOwn ? because : because.code,
    text: text ?? (isOwn ? ownTexts.get(because) : undefined) ?? reasonText(because as Reason),
    ...(fields ? { fields } : {}),
    ...(details ? { details } : {}),
  };
}

/** Thrown by an action that is denied: the only domain exception. */
export class DeniedError extends Error {
  readonly denial: Denial;
  constructor(denial: Denial) {
    super(`${denial.code}: ${sayEnglish(denial.text)}`);
    this.name = 'DeniedError';
    this.denial = denial;
  }
}

/** Thrown at start-up; names every problem of the configuration at once. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The configuration is not valid:\n- ${problems.join('\n- ')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}
