/**
 * @module Outreach: whether a customer may be written to without having asked (R-SEC-03). A feature adds purposes
 * (`addTo(Purpose, …)`, `purpose`), asks with `mayReach` and counts with `countReach` what leaves.
 */
import type { ActionContext } from '../../kernel/context.ts';
import { inCommit } from '../../kernel/event.ts';
import { defineFeature } from '../../kernel/feature.ts';
import { access } from '../access/index.ts';
import { customerMerged, customers } from '../customers/index.ts';
import { consentChoices, noteWord, recordConsent, setConsent, stopOffer, stopOutreach } from './consent.ts';
import { outreachDemo } from './demo.ts';
import { Consent, ConsentEvent, OutreachDay, OutreachPolicy, StopLink } from './entities.ts';
import { setOutreachPolicy } from './policy.ts';
import { knownPurposes, offers, Purpose, surveys } from './purposes.ts';
import { outreachTexts } from './texts.ts';
import { outreachWords } from './words.ts';

/** A guest who signs in brings along what they said; of the two a no holds. */
const bringWords = inCommit(customerMerged, async (ctx: ActionContext, { guestId, customer }) => {
  const [guests, own] = [
    await ctx.all(Consent, { where: { customerId: guestId } }),
    await ctx.all(Consent, { where: { customerId: customer.id } }),
  ];
  for (const { purpose, channel, given, at } of guests) {
    const known = own.find((one) => one.purpose === purpose && one.channel === channel);
    if (known && (!known.given || given)) continue;
    await noteWord(ctx, {
      storeId: customer.storeId,
      customerId: customer.id,
      purpose,
      channel,
      given,
      source: 'CUSTOMER',
      proof: `Said as a guest on ${at}`,
    });
  }
});

export const outreach = defineFeature({
  name: 'outreach',
  words: outreachWords,
  requires: [access, customers],
  entities: [ConsentEvent, Consent, OutreachDay, OutreachPolicy, StopLink],
  vocabularies: [Purpose],
  actions: { setConsent, recordConsent, stopOutreach, setOutreachPolicy },
  views: { consentChoices, stopOffer },
  permissions: {
    'outreach.configure': { roles: ['SV', 'MG', 'AD'], en: 'Set quiet hours', zh: '设置免打扰时段' },
  },
  answers: [knownPurposes(offers, surveys)],
  inCommit: [bringWords],
  demo: outreachDemo,
  texts: outreachTexts,
});

export { makeStopLink, noteWord } from './consent.ts';
export { Consent, ConsentEvent } from './entities.ts';
export { judgeReach, type Facts, type Reach } from './judge.ts';
export { outreachTexts } from './texts.ts';
export { knownPurposes, purpose, Purpose, type OutreachChannel, type PurposeRule } from './purposes.ts';
export { countReach, mayReach, type Approach } from './reach.ts';
