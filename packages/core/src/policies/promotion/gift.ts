/**
 * @module The gift threshold as a policy (I-4): to the cent, and final, so that no layer below and no agent can move
 * it.
 */
import { decide, type Decision } from '../decide.ts';
import type { StoreSetting } from '../facts.ts';
import type { PolicyPack } from '../pack-schema.ts';
import { createPolicy } from '../policy.ts';
import type { DecisionTable } from '../table-schema.ts';
import { say } from '../vocabulary/columns.ts';
import { eligiblePaid } from '../vocabulary/order-inputs.ts';
import { outcome } from '../vocabulary/outputs.ts';
import type { Promotion } from './promotion.ts';

/** The table of one gift promotion. */
export function giftTable(promotion: Promotion, currency: string, asOf: string): DecisionTable {
  return {
    code: `GIFT-${promotion.id}`,
    title: promotion.title,
    decision: 'GIFT',
    hitPolicy: 'COLLECT',
    currency,
    inputs: [eligiblePaid],
    outputs: [outcome],
    rows: [
      {
        id: promotion.id,
        rules: [promotion.id, 'I-4'],
        source: 'S',
        asOf,
        volatile: true,
        when: { eligiblePaid: { gte: promotion.threshold } },
        answer: { outcome: 'ALLOW' },
        final: true,
        clause: say(
          `实付达到活动线才送赠品，一分都不能少：${promotion.title.zh}。`,
          `The gift needs the activity line, not a cent less: ${promotion.title.en}.`,
        ),
      },
    ],
  };
}

/** Whether what was paid earns the gift; short of it the decision says by how much. */
export function decideGift(
  promotion: Promotion,
  paid: number,
  store: StoreSetting & { readonly currency: string },
  asOf: string,
): Decision {
  const pack: PolicyPack = {
    code: 'GIFT',
    title: promotion.title,
    layer: 'PLATFORM',
    asOf,
    banner: say('以活动公告为准。', 'As announced for the activity.'),
    conflict: 'CONSUMER',
    kinder: [],
    tables: [giftTable(promotion, store.currency, asOf)],
  };
  return decide(createPolicy([pack]), 'GIFT', { eligiblePaid: paid }, store);
}
