/**
 * @module What customers are told by the desk itself, and by which ways. A feature adds its kinds to the vocabulary and
 * says with `customerNoticeKind` how each is treated; a channel adds a way with `knownWays`.
 */
import type { ActionContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { answer, point, type Answer } from '../../kernel/point.ts';
import { vocabulary, type AddedCodes, type CodeOf } from '../../kernel/vocabulary.ts';
import type { OutreachChannel } from '../outreach/index.ts';
import type { z } from 'zod';
import type { undeliverableBecause } from './codes.ts';
import type { CustomerNotice } from './entities.ts';

export const CustomerNoticeKind = vocabulary('CustomerNoticeKind', {
  WORK_NEWS: { en: 'News of a request', zh: '事项进度通知' },
});

/** Ways to a customer. What a person said on the phone or in a letter is one, too. */
export const DeliveryChannel = vocabulary('DeliveryChannel', {
  CHAT: { en: 'Open chat', zh: '进行中的会话' },
  LEFT_MESSAGE: { en: 'Message for the next visit', zh: '留言（下次来访可见）' },
  EMAIL: { en: 'E-mail', zh: '邮件' },
  SMS: { en: 'Text message', zh: '短信' },
  PERSON: { en: 'Said by a person', zh: '人工告知' },
});
export type DeliveryChannel = CodeOf<typeof DeliveryChannel>;

/** A kind of notice to customers, by its code in the vocabulary. */
export interface CustomerNoticeRule {
  readonly code: string;
  /**
   * A rule needs the customer to know: no store switches it off, and staff hear when every way has failed.
   * @defaultValue false
   */
  readonly locked?: boolean;
  /** The ways that are tried, one after the other. @defaultValue chat, message for the next visit, e-mail, SMS */
  readonly ways?: readonly DeliveryChannel[];
  /** Minutes of the wall clock that a way is given to reach the customer before the next is tried. @defaultValue 1440 */
  readonly patience?: number;
  /** So many in 24 hours to one customer, unless the store says otherwise. Absent: as many as there are. */
  readonly cap?: number;
  /** The purpose of outreach for which the customer may not have said no. Absent: it serves what they asked for. */
  readonly purpose?: string;
}

export const DEFAULT_WAYS: readonly DeliveryChannel[] = ['CHAT', 'LEFT_MESSAGE', 'EMAIL', 'SMS'];
export const DEFAULT_PATIENCE = 24 * 60;

/** Says how a kind that this feature adds is treated; `codes` is what `addTo(CustomerNoticeKind, …)` gave. */
export const customerNoticeKind = <Code extends string>(
  _codes: Pick<AddedCodes<Code>, 'codes'>,
  rule: CustomerNoticeRule & { readonly code: NoInfer<Code> },
): CustomerNoticeRule => rule;

export const customerNoticeKinds = point<Record<string, never>, readonly CustomerNoticeRule[]>('customerNotices.kinds');

/** Makes kinds known to the desk; a feature lists it in `answers`. */
export const knownCustomerNotices = (...rules: readonly CustomerNoticeRule[]): Answer =>
  answer(customerNoticeKinds, () => rules);

/** What a way did with a notice. */
export type Outcome =
  | { readonly sent: true; readonly conversationId?: string; readonly seq?: number }
  | { readonly failed: z.output<typeof undeliverableBecause> };

/** A way to a customer, with what sends it. */
export interface Way {
  readonly channel: DeliveryChannel;
  /** As which channel consent, quiet hours and caps count it. Absent: it is the desk's own window. */
  readonly outreach?: OutreachChannel;
  /** Sends it in this commit: writes a message, or an effect that leaves afterwards. */
  readonly send: (ctx: ActionContext, notice: RowOf<typeof CustomerNotice>) => Promise<Outcome>;
}

export const ways = point<Record<string, never>, readonly Way[]>('customerNotices.ways');

/** Makes ways known to the desk; a channel lists it in `answers`. */
export const knownWays = (...list: readonly Way[]): Answer => answer(ways, () => list);

/** A notice has reached its customer, for the first time. Whoever waits for that answers, in the same commit. */
export const heard = point<RowOf<typeof CustomerNotice>, true, ActionContext>('customerNotices.heard');

export const workNews: CustomerNoticeRule = { code: 'WORK_NEWS' };
