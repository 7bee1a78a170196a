/**
 * @module A denial is the answer "no" with its reason: a value where one asks, a `DeniedError` where one acts.
 */

/** The stable error codes of the whole API, with the sentence a person reads. */
export const DENIAL_MESSAGES = {
  UNAUTHENTICATED: { en: 'Please sign in first.', zh: '请先登录。' },
  FORBIDDEN: { en: 'Your role may not do this.', zh: '您的角色无权执行此操作。' },
  NOT_FOUND: { en: 'Not found.', zh: '未找到。' },
  VALIDATION_FAILED: { en: 'Some fields are not valid.', zh: '部分内容填写有误。' },
  INVALID_TRANSITION: { en: 'This is not possible in the present state.', zh: '当前状态下不能执行此操作。' },
  REASON_REQUIRED: { en: 'A reason is required.', zh: '请填写原因。' },
  CONTACT_REQUIRED: { en: 'Contact the customer first.', zh: '请先联系客户。' },
  TRANSFER_NOT_AUTHORISED: { en: 'This transfer needs a reason or an approval.', zh: '转接需要填写原因或获得批准。' },
  UNANSWERED_CONVERSATIONS: { en: 'Some conversations are still unanswered.', zh: '仍有未回复的会话。' },
  LIMIT_EXCEEDED: { en: 'This is above the limit.', zh: '超出限额。' },
  CONFLICT: { en: 'Someone else changed this meanwhile.', zh: '内容已被他人更改。' },
  FORBIDDEN_TERM: { en: 'The text contains words that may not be sent.', zh: '内容包含禁用词。' },
  POLICY_DENIED: { en: 'The policy does not allow this.', zh: '政策不允许此操作。' },
  DUPLICATE: { en: 'This exists already.', zh: '已存在。' },
  NOTIFY_CUSTOMER_FIRST: { en: 'Inform the customer first.', zh: '请先通知客户。' },
  SHOP_UNAVAILABLE: {
    en: 'The shop does not answer at the moment. Please try again.',
    zh: '商店系统暂时没有响应，请稍后重试。',
  },
  RATE_LIMITED: { en: 'Too many requests. Please wait a moment.', zh: '操作过于频繁，请稍候。' },
} as const;

/** One of the stable error codes of the API (domain model 3.14). */
export type DenialCode = keyof typeof DENIAL_MESSAGES;

/** One field of the input that is not valid; `path` is dotted. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** Why an action is refused; safe to show. */
export interface Denial {
  readonly code: DenialCode;
  readonly message: string;
  readonly fields?: readonly FieldProblem[];
  /** Facts for a program: from, event, limit, version, ruleIds … */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Builds a denial; the message defaults to the code's English sentence. */
export function deny(
  code: DenialCode,
  {
    message,
    fields,
    details,
  }: { message?: string; fields?: readonly FieldProblem[]; details?: Record<string, unknown> } = {},
): Denial {
  return {
    code,
    message: message ?? DENIAL_MESSAGES[code].en,
    ...(fields ? { fields } : {}),
    ...(details ? { details } : {}),
  };
}

/** Thrown by an action that is denied: the only domain exception. */
export class DeniedError extends Error {
  readonly denial: Denial;
  constructor(denial: Denial) {
    super(`${denial.code}: ${denial.message}`);
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
