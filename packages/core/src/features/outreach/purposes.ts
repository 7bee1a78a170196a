/**
 * @module What a store writes to customers for without being asked. A feature adds its purposes to the vocabulary and
 * says by `purpose` on what basis they rest, on which channels, and how often.
 */
import { codes } from '../../kernel/codes.ts';
import { answer, point, type Answer } from '../../kernel/point.ts';
import { vocabulary, type AddedCodes } from '../../kernel/vocabulary.ts';
import type { z } from 'zod';

export const Purpose = vocabulary('Purpose', {
  OFFERS: { en: 'Offers and new products', zh: '优惠与新品' },
  SURVEYS: { en: 'Questions about our service', zh: '服务调查' },
});

export const outreachChannel = codes('OutreachChannel', {
  CHAT: { en: 'Chat', zh: '在线消息' },
  EMAIL: { en: 'E-mail', zh: '邮件' },
  SMS: { en: 'Text message', zh: '短信' },
});
export type OutreachChannel = z.output<typeof outreachChannel>;

/** On what it rests that a customer may be written to. */
export const outreachBasis = codes('OutreachBasis', {
  CONSENT: { en: 'Consent', zh: '须经同意', note: 'Only who has said yes is written to.' },
  OPT_OUT: { en: 'Until they say no', zh: '可退订', note: 'Whoever has not said no is written to.' },
});

/** How often a customer is written to for a purpose, over all channels of the store. */
export interface Cap {
  readonly day: number;
  readonly month: number;
}

export interface PurposeRule {
  readonly code: string;
  readonly basis: z.output<typeof outreachBasis>;
  readonly channels: readonly OutreachChannel[];
  /** Absent: as often as there is a reason. */
  readonly cap?: Cap;
  /**
   * Part of serving what the customer has asked for, such as news of their order: it waits for no quiet hours and is
   * written where the store writes nothing else unasked. @defaultValue false
   */
  readonly service?: boolean;
}

/** Says how customers are written to for a purpose that this feature adds. */
export const purpose = <Code extends string>(
  _codes: Pick<AddedCodes<Code>, 'codes'>,
  rule: PurposeRule & { readonly code: NoInfer<Code> },
): PurposeRule => rule;

/** Which purposes there are. */
export const purposes = point<Record<string, never>, readonly PurposeRule[]>('outreach.purposes');

/** Makes purposes known to the desk; a feature lists it in `answers`. */
export const knownPurposes = (...rules: readonly PurposeRule[]): Answer => answer(purposes, () => rules);

// Pack defaults (5.4, 5.5): marketing with consent, once a day and four times a month.
export const offers: PurposeRule = {
  code: 'OFFERS',
  basis: 'CONSENT',
  channels: ['CHAT', 'EMAIL', 'SMS'],
  cap: { day: 1, month: 4 },
};
export const surveys: PurposeRule = {
  code: 'SURVEYS',
  basis: 'OPT_OUT',
  channels: ['CHAT', 'EMAIL', 'SMS'],
  cap: { day: 1, month: 2 },
};
