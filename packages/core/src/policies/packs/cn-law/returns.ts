/**
 * @module Returns under Chinese law: no-reason returns and their exclusions, quality, and the three guarantees (三包).
 */
import type { DecisionTable } from '../../table-schema.ts';
import { say } from '../../vocabulary/columns.ts';
import * as out from '../../vocabulary/outputs.ts';
import * as fact from '../../vocabulary/return-inputs.ts';
import { rowsAsOf } from '../rows.ts';

export const CN_LAW_AS_OF = '2025-12-31';
const rows = rowsAsOf(CN_LAW_AS_OF);

const ALL = { outcome: 'ALLOW', remedies: ['RETURN', 'EXCHANGE', 'REPAIR'], auto: false };
const EXCHANGE_OR_REPAIR = { outcome: 'ALLOW', remedies: ['EXCHANGE', 'REPAIR'], auto: false };
const EXCHANGE = { outcome: 'ALLOW', remedies: ['EXCHANGE'], auto: false };
const OUT = { excluded: true, noReasonOnly: true };
const NOT_FAULTS = ['QUALITY', 'WRONG_ITEM', 'MISSING', 'NOT_AS_DESCRIBED', 'DAMAGED'];
const LISTED = { reason: 'PERFORMANCE_FAULT', threeGuarantees: true, threeGuaranteesBar: 'NONE' };

export const cnReturns: DecisionTable = {
  code: 'CN-RETURN',
  title: say('法定退换货', 'Statutory returns'),
  decision: 'RETURN',
  hitPolicy: 'COLLECT',
  inputs: [
    fact.reason,
    fact.daysSinceSigned,
    fact.monthsSinceSigned,
    fact.goodsIntact,
    fact.threeGuarantees,
    fact.threeGuaranteesBar,
    fact.repairs,
    fact.partsWaitDays,
    fact.repairDays,
    fact.contractCancelHolds,
  ],
  outputs: [out.outcome, out.remedies, out.auto],
  rows: rows([
    {
      id: 'CN-01',
      rules: ['CN-01', 'CN-02'],
      source: 'DK✓',
      when: { reason: 'NO_REASON', daysSinceSigned: { lte: 7 }, goodsIntact: true },
      answer: { outcome: 'ALLOW', remedies: ['RETURN'], auto: false },
      clause: say(
        '远程购物自签收次日起七个自然日内可无理由退货（消费者权益保护法第二十五条），期限内发出通知即可。',
        'Goods bought at a distance may be returned without reason within seven natural days counted from the day after signing (Consumer Rights Law, art. 25); a notice sent in time is enough.',
      ),
    },
    {
      id: 'CN-14',
      source: 'DK',
      when: { reason: { in: NOT_FAULTS }, daysSinceSigned: { lte: 7 } },
      answer: ALL,
      clause: say(
        '商品不符合质量要求或约定的，收货七日内可以退货、换货或维修（消费者权益保护法第二十四条）。',
        'Goods that do not conform may be returned, exchanged or repaired within seven days of receipt (Consumer Rights Law, art. 24).',
      ),
    },
    {
      id: 'CN-14-fault',
      rules: ['CN-14'],
      source: 'DK',
      when: { reason: 'PERFORMANCE_FAULT', threeGuarantees: false, daysSinceSigned: { lte: 7 } },
      answer: ALL,
      clause: say(
        '未列入三包目录的商品出现性能故障，收货七日内可以退货、换货或维修。',
        'A performance fault of goods not on the three-guarantees list: return, exchange or repair within seven days of receipt.',
      ),
    },
    {
      id: 'CN-14-later',
      rules: ['CN-14'],
      source: 'DK',
      when: { reason: { in: NOT_FAULTS }, daysSinceSigned: { gt: 7 }, monthsSinceSigned: { lte: 24 } },
      answer: EXCHANGE_OR_REPAIR,
      clause: say(
        '超过七日的质量问题，可要求更换或修理（自收货起两年内提出）。',
        'Later than seven days, non-conforming goods are exchanged or repaired (claimed within two years of receipt).',
      ),
    },
    {
      id: 'CN-14-fault-later',
      rules: ['CN-14'],
      source: 'DK',
      when: {
        reason: 'PERFORMANCE_FAULT',
        threeGuarantees: false,
        daysSinceSigned: { gt: 7 },
        monthsSinceSigned: { lte: 24 },
      },
      answer: EXCHANGE_OR_REPAIR,
      clause: say(
        '未列入三包目录的商品超过七日出现性能故障，可要求更换或修理（自收货起两年内提出）。',
        'A performance fault later than seven days, goods not on the list: exchange or repair (claimed within two years of receipt).',
      ),
    },
    {
      id: 'CN-14-cancel',
      rules: ['CN-14'],
      source: 'DK',
      when: {
        reason: { in: fact.SELLER_FAULT },
        daysSinceSigned: { gt: 7 },
        monthsSinceSigned: { lte: 24 },
        contractCancelHolds: true,
      },
      answer: ALL,
      clause: say(
        '超过七日但符合法定解除合同条件的，仍可及时退货。',
        'Later than seven days the goods may still be returned where the conditions to cancel the contract hold.',
      ),
    },
    {
      id: 'CN-16-7',
      rules: ['CN-16'],
      source: 'DK✓',
      when: { ...LISTED, daysSinceSigned: { lte: 7 } },
      answer: ALL,
      clause: say(
        '三包目录商品签收次日起七日内出现性能故障，可退货、换货或修理。',
        'Listed goods with a performance fault within seven days from the day after signing: return, exchange or repair.',
      ),
    },
    {
      id: 'CN-16-15',
      rules: ['CN-16'],
      source: 'DK✓',
      when: { ...LISTED, daysSinceSigned: { gt: 7, lte: 15 } },
      answer: EXCHANGE_OR_REPAIR,
      clause: say(
        '三包目录商品十五日内出现性能故障，可换货或修理。',
        'Listed goods with a performance fault within fifteen days: exchange or repair.',
      ),
    },
    {
      id: 'CN-16-validity',
      rules: ['CN-16'],
      source: 'DK✓',
      when: { ...LISTED, daysSinceSigned: { gt: 15 }, monthsSinceSigned: { lte: 12 } },
      answer: { outcome: 'ALLOW', remedies: ['REPAIR'], auto: false },
      clause: say(
        '三包有效期内（一般一年，主要部件一至三年）出现性能故障，予以修理。',
        'Within the validity of the three guarantees (usually one year, main parts one to three): repair.',
      ),
    },
    {
      id: 'CN-16-twice',
      rules: ['CN-16'],
      source: 'DK✓',
      when: { ...LISTED, daysSinceSigned: { gt: 15 }, monthsSinceSigned: { lte: 12 }, repairs: { gte: 2 } },
      answer: { outcome: 'ALLOW', remedies: ['RETURN', 'EXCHANGE'], auto: false },
      clause: say(
        '三包有效期内修理两次仍不能正常使用的，换货，或按折旧退货。',
        'Still unusable after two repairs within the validity: exchange, or return less depreciation.',
      ),
    },
    {
      id: 'CN-17-parts',
      rules: ['CN-17'],
      source: 'DK✓',
      when: { ...LISTED, monthsSinceSigned: { lte: 12 }, partsWaitDays: { gt: 90 } },
      answer: EXCHANGE,
      clause: say(
        '因缺零配件超过九十日未修好的，予以换货；换货后三包有效期重新计算。',
        'Not repaired for want of parts for more than ninety days: exchange; the validity then starts anew.',
      ),
    },
    {
      id: 'CN-17-repair',
      rules: ['CN-17'],
      source: 'DK',
      when: { ...LISTED, monthsSinceSigned: { lte: 12 }, repairDays: { gt: 30 } },
      answer: EXCHANGE,
      clause: say(
        '因修理者自身原因超过三十日未修好的，予以换货；修理占用时间从有效期中扣除。',
        "Not repaired within thirty days by the repairer's fault: exchange; repair time does not count towards the validity.",
      ),
    },
  ]),
};

export const cnExclusions: DecisionTable = {
  code: 'CN-EXCLUSION',
  title: say('无理由退货的例外', 'Exclusions from returns'),
  decision: 'RETURN',
  role: 'EXCLUSION',
  hitPolicy: 'COLLECT',
  inputs: [
    fact.reason,
    fact.returnClass,
    fact.opened,
    fact.purchaseConfirmed,
    fact.goodsGroup,
    fact.goodsIntact,
    fact.sealBroken,
    fact.tampered,
    fact.tagOrSoil,
    fact.threeGuarantees,
    fact.threeGuaranteesBar,
  ],
  outputs: [out.excluded, out.noReasonOnly],
  rows: rows([
    {
      id: 'CN-03',
      source: 'DK✓',
      when: { returnClass: 'CUSTOM' },
      answer: OUT,
      clause: say('消费者定作的商品不适用无理由退货。', 'Custom-made goods are excluded from the no-reason return.'),
      told: say('抱歉，定制商品不支持无理由退货。', 'Sorry, custom-made goods cannot be returned without a reason.'),
    },
    {
      id: 'CN-04',
      source: 'DK✓',
      when: { returnClass: 'PERISHABLE' },
      answer: OUT,
      clause: say(
        '鲜活易腐的商品不适用无理由退货。',
        'Fresh and perishable goods are excluded from the no-reason return.',
      ),
      told: say(
        '抱歉，鲜活易腐商品不支持无理由退货。',
        'Sorry, fresh and perishable goods cannot be returned without a reason.',
      ),
    },
    {
      id: 'CN-05',
      source: 'DK✓',
      when: { returnClass: 'DIGITAL', opened: true },
      answer: OUT,
      clause: say(
        '在线下载或已拆封的音像制品、计算机软件等数字化商品不适用无理由退货。',
        'Downloaded, or opened by the consumer: audio-visual goods, software and other digital goods are excluded.',
      ),
      told: say(
        '抱歉，这类商品拆封或使用后不支持无理由退货。',
        'Sorry, once opened or used, goods of this kind cannot be returned without a reason.',
      ),
    },
    {
      id: 'CN-06',
      source: 'DK✓',
      when: { returnClass: 'PERIODICAL' },
      answer: OUT,
      clause: say('交付的报纸、期刊不适用无理由退货。', 'Delivered newspapers and periodicals are excluded.'),
      told: say('抱歉，报刊不支持无理由退货。', 'Sorry, newspapers and magazines cannot be returned without a reason.'),
    },
    {
      id: 'CN-07',
      source: 'DK✓',
      when: {
        returnClass: { in: ['SAFETY_ON_OPENING', 'HYGIENE', 'VALUE_FALLS_ON_USE', 'DECLARED_DEFECTIVE'] },
        purchaseConfirmed: true,
      },
      answer: OUT,
      clause: say(
        '拆封影响安全健康或品质、激活试用后贬值较大、已明示的临期或瑕疵商品，经消费者购买时单独确认，不适用无理由退货。',
        'Goods whose opening affects safety, health or quality, whose value falls greatly after activation or trial, or declared near-expiry or defective, are excluded where the consumer confirmed it at purchase.',
      ),
      told: say(
        '抱歉，您购买时确认过此商品不支持无理由退货。',
        'Sorry, as you confirmed when you bought it, this cannot be returned without a reason.',
      ),
    },
    {
      id: 'CN-07-unconfirmed',
      rules: ['CN-07'],
      source: 'DK✓',
      when: {
        returnClass: { in: ['SAFETY_ON_OPENING', 'HYGIENE', 'VALUE_FALLS_ON_USE', 'DECLARED_DEFECTIVE'] },
        purchaseConfirmed: false,
      },
      answer: { excluded: false, noReasonOnly: true },
      clause: say(
        '没有购买时的单独确认记录，经营者须接受无理由退货。',
        'Without a recorded confirmation at purchase the return must be accepted.',
      ),
    },
    {
      id: 'CN-08',
      source: 'DK✓',
      when: { goodsIntact: false },
      answer: OUT,
      clause: say(
        '退回的商品应当完好：保持原有品质、功能，配件、吊牌齐全；为检查而拆封、合理调试不影响完好。',
        'Returned goods must be intact: original quality and function, accessories and tags complete; opening to inspect and reasonable trial are allowed.',
      ),
      told: say(
        '抱歉，按商品目前的状态不能无理由退货。',
        'Sorry, in its present state this cannot be returned without a reason.',
      ),
    },
    {
      id: 'CN-09-food',
      rules: ['CN-09'],
      source: 'DK✓',
      when: { goodsGroup: 'FOOD_COSMETICS_MEDICAL', sealBroken: true },
      answer: OUT,
      clause: say(
        '食品、化妆品、医疗器械、计生用品的必要一次性密封包装被损坏，视为不完好。',
        'Food, cosmetics, medical and contraceptive goods are not intact once the necessary one-time seal is broken.',
      ),
      told: say(
        '抱歉，按商品目前的状态不能无理由退货。',
        'Sorry, in its present state this cannot be returned without a reason.',
      ),
    },
    {
      id: 'CN-09-electronics',
      rules: ['CN-09'],
      source: 'DK✓',
      when: { goodsGroup: { in: ['ELECTRONICS', 'APPLE'] }, tampered: true },
      answer: OUT,
      clause: say(
        '电子电器擅自维修、改动标识或序列号、留有不可恢复痕迹，或产生激活、不合理的个人使用数据，视为不完好。',
        'Electronics are not intact after unauthorised repair, altered marks or serial number, irreparable traces, or activation and unreasonable personal data.',
      ),
      told: say(
        '抱歉，按商品目前的状态不能无理由退货。',
        'Sorry, in its present state this cannot be returned without a reason.',
      ),
    },
    {
      id: 'CN-09-clothing',
      rules: ['CN-09'],
      source: 'DK✓',
      when: { goodsGroup: 'CLOTHING_HOME', tagOrSoil: true },
      answer: OUT,
      clause: say(
        '服装、鞋帽、箱包、玩具、家纺、家居商品吊牌被剪、受污或受损，视为不完好。',
        'Clothing, shoes, bags, toys and home goods are not intact with tags cut off, soiled or damaged.',
      ),
      told: say(
        '抱歉，按商品目前的状态不能无理由退货。',
        'Sorry, in its present state this cannot be returned without a reason.',
      ),
    },
    {
      id: 'CN-18',
      source: 'DK✓',
      when: { reason: 'PERFORMANCE_FAULT', threeGuarantees: true, threeGuaranteesBar: { not: ['NONE'] } },
      answer: { excluded: true, noReasonOnly: false },
      clause: say(
        '使用不当、非授权拆修、无凭证或发票、型号不符或涂改、不可抗力造成的，不实行三包。',
        'The three guarantees do not cover misuse, repair by a non-authorised repairer, a missing voucher or invoice, a model mismatch or alteration, or force majeure.',
      ),
      told: say('抱歉，这一故障不在三包范围内。', 'Sorry, this fault is not covered by the guarantee.'),
    },
  ]),
};
