/**
 * @module The statutory layer outside mainland China: the withdrawal right of the European Union.
 */
import type { PolicyPack } from '../../pack-schema.ts';
import { say } from '../../vocabulary/columns.ts';
import * as out from '../../vocabulary/outputs.ts';
import * as fact from '../../vocabulary/return-inputs.ts';
import { rowsAsOf, VERIFY_BANNER } from '../rows.ts';

const AS_OF = '2025-12-31';
const rows = rowsAsOf(AS_OF);
const WITHDRAWAL = { region: 'EU', reason: 'NO_REASON' };

/** Statutory layer of regions other than mainland China. */
export const BASIC: PolicyPack = {
  code: 'BASIC',
  title: say('基础法定规则（中国大陆以外）', 'Basic law outside mainland China'),
  layer: 'STATUTORY',
  asOf: AS_OF,
  banner: VERIFY_BANNER,
  conflict: 'CONSUMER',
  kinder: 'ALL',
  tables: [
    {
      code: 'EU-RETURN',
      title: say('欧盟撤回权', 'Withdrawal in the EU'),
      decision: 'RETURN',
      hitPolicy: 'COLLECT',
      inputs: [fact.region, fact.reason, fact.daysSinceDelivered],
      outputs: [out.outcome, out.remedies, out.auto],
      rows: rows([
        {
          id: 'EU-01',
          source: 'DK✓',
          when: { ...WITHDRAWAL, daysSinceDelivered: { lte: 14 } },
          answer: { outcome: 'ALLOW', remedies: ['RETURN'], auto: false },
          clause: say(
            '欧盟消费者可在收货后十四天内无理由撤回合同。',
            'In the EU a consumer may withdraw without reason within fourteen days of delivery.',
          ),
        },
      ]),
    },
    {
      code: 'EU-EXCLUSION',
      title: say('欧盟撤回权的例外', 'Exclusions from withdrawal'),
      decision: 'RETURN',
      role: 'EXCLUSION',
      hitPolicy: 'COLLECT',
      inputs: [fact.region, fact.returnClass, fact.opened],
      outputs: [out.excluded, out.noReasonOnly],
      rows: rows([
        {
          id: 'EU-02',
          source: 'DK',
          when: { region: 'EU', returnClass: { in: ['CUSTOM', 'PERISHABLE', 'PERIODICAL'] } },
          answer: { excluded: true, noReasonOnly: true },
          clause: say(
            '定制、易腐商品及报刊不适用撤回权。',
            'Custom-made and perishable goods and periodicals are excluded from withdrawal.',
          ),
          told: say(
            '抱歉，这类商品不支持无理由退货。',
            'Sorry, goods of this kind cannot be returned without a reason.',
          ),
        },
        {
          id: 'EU-03',
          source: 'DK',
          when: { region: 'EU', returnClass: { in: ['HYGIENE', 'DIGITAL', 'SAFETY_ON_OPENING'] }, opened: true },
          answer: { excluded: true, noReasonOnly: true },
          clause: say(
            '拆封后的密封卫生用品和密封数字商品不适用撤回权。',
            'Sealed hygiene goods and sealed digital goods are excluded once opened.',
          ),
          told: say(
            '抱歉，这类商品拆封或使用后不支持无理由退货。',
            'Sorry, once opened or used, goods of this kind cannot be returned without a reason.',
          ),
        },
      ]),
    },
    {
      code: 'EU-REFUND',
      title: say('欧盟退款算法', 'Refunds in the EU'),
      decision: 'REFUND_RULE',
      hitPolicy: 'COLLECT',
      inputs: [fact.region, fact.reason],
      outputs: [out.basis, out.clawBackFreight, out.outboundFreight, out.route],
      rows: rows([
        {
          id: 'EU-04',
          source: 'DK',
          when: WITHDRAWAL,
          answer: { basis: 'RESETTLE', clawBackFreight: false, outboundFreight: 'WITH_ALL_GOODS', route: 'ORIGINAL' },
          clause: say(
            '撤回合同的，退还全部款项，含标准配送费。',
            'On withdrawal all payments are refunded, standard delivery included.',
          ),
        },
      ]),
    },
    {
      code: 'EU-REFUND-TIME',
      title: say('欧盟退款时限', 'Refund time in the EU'),
      decision: 'REFUND_TIMING',
      hitPolicy: 'COLLECT',
      inputs: [fact.region, fact.remedy],
      outputs: [out.due],
      rows: rows([
        {
          id: 'EU-05',
          source: 'DK✓',
          when: { region: 'EU', remedy: 'RETURN' },
          answer: { due: { from: 'withdrawnAt', days: 14 } },
          clause: say(
            '撤回后十四天内退款，收到商品或寄回凭证前可暂缓。',
            'The refund is made within fourteen days of withdrawal; it may be withheld until the goods or proof of shipping arrive.',
          ),
        },
      ]),
    },
  ],
};
