/**
 * @module What a decision means to the customer, in one plain sentence: what they can have, until when, and who pays
 * the way back. A row may bring its own sentence; every other rule, also a shop's own, is told by its outcome.
 */
import type { Change } from './change.ts';
import type { DecidingRule, Decision } from './decide.ts';
import { spokenDeadline, spokenStart, type Saying } from './spoken-time.ts';
import type { Text } from './text.ts';

/** What is asked for, behind `You can` and `您可以`, and how it is refused. */
interface Subject {
  readonly can: Text;
  readonly cannot: Text;
  /** The goods travel to the shop first, so somebody pays the way back. */
  readonly comesBack?: true;
}

const subject = (zh: string, en: string, cannot: string): Subject => ({
  can: { zh, en },
  cannot: { zh: `按规则不能${zh}`, en: `by our rules ${cannot}` },
});
const back = (zh: string, en: string, cannot: string): Subject => ({ ...subject(zh, en, cannot), comesBack: true });

const RETURNING = back('申请退货退款', 'return this and get your money back', 'we cannot take this back');
const EXCHANGING = back('申请换货', 'exchange this', 'we cannot exchange this');

/** By remedy, or by kind of decision. */
const SUBJECTS: Readonly<Record<string, Subject>> = {
  RETURN: RETURNING,
  EXCHANGE: EXCHANGING,
  REPAIR: back('申请维修', 'have this repaired', 'we cannot repair this'),
  REFUND_ONLY: subject(
    '申请仅退款，无需寄回商品',
    'get your money back without sending anything back',
    'we cannot give the money back without the goods',
  ),
  RESHIP: subject('请我们补发商品', 'have this sent again', 'we cannot send this again'),
  COMPENSATION: subject('获得补偿', 'get a compensation', 'we cannot give a compensation for this'),
  CANCEL: subject('取消此订单', 'cancel this order', 'this order cannot be cancelled'),
  CANCEL_REASON: subject('以此原因取消订单', 'cancel for this reason', 'the order cannot be cancelled for this reason'),
  CHANGE_ADDRESS: subject('修改收货地址', 'change the address', 'the address cannot be changed any more'),
  CHANGE_PAYMENT: subject('更换支付方式', 'change the payment method', 'the payment method cannot be changed any more'),
  CHANGE_ITEMS: subject('更换商品规格', 'change the items', 'the items cannot be changed any more'),
};
const ANYTHING = subject('办理', 'have this', 'this is not possible');

const WAY_BACK: Readonly<Record<string, Text>> = {
  SELLER: { zh: '寄回运费由我们承担', en: 'we pay the way back' },
  BUYER: { zh: '寄回运费由您承担', en: 'you pay the way back' },
  SPLIT: { zh: '往返运费双方各付一程', en: 'each of us pays one way' },
  FAULT_PARTY: { zh: '寄回运费由责任方承担', en: 'whoever is at fault pays the way back' },
  CONTRACT: { zh: '寄回运费按合同约定', en: 'the way back is paid as our contract says' },
};

/** What a sentence needs to know besides the decision. */
export interface Telling {
  /** What the customer asks for, where the decision grants remedies; otherwise its kind is told. */
  readonly remedy?: string;
  /** The remedies of the policy that grant it; the asked one alone by default. */
  readonly grantedBy?: readonly string[];
  /** Where what is asked for is judged otherwise than the decision says. */
  readonly outcome?: string;
  readonly freightPayer?: string | null;
  /** Without it no time is told: what was asked for in time is late no more. */
  readonly saying?: Saying;
}

/** The sentence, and the clause behind it where a rule speaks. */
export interface ToldDecision {
  readonly sentence: Text;
  readonly clause: Text | null;
}

/** Tells a decision to the customer. No fact is named that they could bring about, or say falsely. */
export function toldOf(decision: Decision, telling: Telling = {}): ToldDecision {
  const { outcome = decision.outcome } = telling;
  return {
    sentence: ownSentence(decision, telling) ?? byOutcome(outcome, decision, telling),
    clause: decision.ruleIds.length > 0 ? { ...decision.clause } : null,
  };
}

/** Texts as sentences one after another: a capital first, a full stop last. */
export const sentences = (texts: readonly Text[]): Text => ({
  zh: texts.map(({ zh }) => (/[。！？]$/.test(zh) ? zh : `${zh}。`)).join(''),
  en: texts
    .map(({ en }) => en.charAt(0).toUpperCase() + en.slice(1))
    .map((en) => (/[.!?]$/.test(en) ? en : `${en}.`))
    .join(' '),
});

const grants = (remedies: unknown, { remedy, grantedBy }: Telling): boolean =>
  remedy === undefined || !Array.isArray(remedies) || (grantedBy ?? [remedy]).some((one) => remedies.includes(one));

/** The most particular of the deciding rows that brings a sentence and speaks of what is asked for. */
function ownSentence({ rules, whatWouldChangeIt, outcome }: Decision, telling: Telling): Text | undefined {
  if (telling.outcome !== undefined && telling.outcome !== outcome) return undefined;
  const told = rules.findLast((rule) => rule.told && (outcome === 'DENY' || speaksOf(rule, telling)))?.told;
  if (!told) return undefined;
  const payer = outcome === 'DENY' ? undefined : payerOf(telling.remedy, telling);
  const until = deadlineOf(whatWouldChangeIt, telling);
  if (!until && `${told.zh}${told.en}`.includes('{until}')) return undefined;
  const own = {
    zh: told.zh.replaceAll('{until}', until?.zh ?? ''),
    en: told.en.replaceAll('{until}', until?.en ?? ''),
  };
  return sentences(payer ? [own, payer] : [own]);
}

const subjectOf = (name: string | undefined): Subject => SUBJECTS[name ?? ''] ?? ANYTHING;

const payerOf = (name: string | undefined, { freightPayer }: Telling): Text | undefined =>
  subjectOf(name).comesBack ? WAY_BACK[freightPayer ?? ''] : undefined;

const speaksOf = ({ remedies }: DecidingRule, telling: Telling): boolean => grants(remedies, telling);

/** The time from which it would be refused. Where it takes another fact besides, there is none. */
function deadlineOf(changes: readonly Change[], telling: Telling): Text | undefined {
  const { saying } = telling;
  const change = changes.find(
    ({ form, inputs, becomes }) =>
      form === 'UNTIL' &&
      inputs.length === 1 &&
      (becomes['outcome'] === 'DENY' || !grants(becomes['remedies'], telling)),
  );
  return saying && change?.instant ? spokenDeadline(change.instant, saying) : undefined;
}

/** What can be had, rather than asked for. */
const granted = ({ can: { zh } }: Subject): string => zh.replace(/^申请/, '');

function byOutcome(outcome: string | null, decision: Decision, telling: Telling): Text {
  const name = telling.remedy ?? decision.kind;
  const asked = subjectOf(name);
  if (outcome === 'DENY') return refusal(asked, decision, telling);
  const payer = payerOf(name, telling);
  const end = payer ? { zh: `，${payer.zh}。`, en: `; ${payer.en}.` } : { zh: '。', en: '.' };
  if (outcome === 'REVIEW')
    return {
      zh: `需要我们先审核，通过后可以${granted(asked)}${end.zh}`,
      en: `We look at this first. If we agree, you can ${asked.can.en}${end.en}`,
    };
  const until = deadlineOf(decision.whatWouldChangeIt, telling);
  return {
    zh: until ? `您最晚可以在${until.zh}${asked.can.zh}${end.zh}` : `您可以${granted(asked)}${end.zh}`,
    en: `You can ${asked.can.en}${until ? ` until ${until.en}` : ''}${end.en}`,
  };
}

function refusal({ can, cannot }: Subject, { whatWouldChangeIt }: Decision, telling: Telling): Text {
  const { saying } = telling;
  const timed = whatWouldChangeIt.find(
    ({ form, inputs, becomes, instant }) =>
      (form === 'WAS_UNTIL' || form === 'FROM') &&
      inputs.length === 1 &&
      instant !== undefined &&
      becomes['outcome'] !== 'DENY' &&
      grants(becomes['remedies'], telling),
  );
  if (!saying || !timed?.instant) return { zh: `抱歉，${cannot.zh}。`, en: `Sorry, ${cannot.en}.` };
  if (timed.form === 'FROM') {
    const from = spokenStart(timed.instant, saying);
    return { zh: `您可以从${from.zh}起${can.zh}。`, en: `You can ${can.en} from ${from.en} on.` };
  }
  const until = spokenDeadline(timed.instant, saying);
  return { zh: `抱歉，${can.zh}的期限已于${until.zh}结束。`, en: `Sorry, you could ${can.en} until ${until.en}.` };
}
