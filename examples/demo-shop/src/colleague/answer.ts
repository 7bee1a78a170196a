/**
 * @module What the colleague answers: pure, from what was asked and what the desk knows. It gives what the desk says –
 * order, help – and passes on whatever is somebody's to decide.
 */
import type { Order, Suggested } from './documents.ts';
import { colleagueWords } from './words.ts';

/** What the shopper has written since the last answer, and what the desk knows about it. */
export interface Asked {
  readonly locale: string;
  /** Of the store: its days are named. */
  readonly timeZone: string;
  readonly text: string;
  /** It is the first answer here. */
  readonly first: boolean;
  /** The answer before this one was that it is not known. */
  readonly wasUnsure: boolean;
  /** What the desk has read from it, where it is certain; and whether it is angry or in need. */
  readonly intent: string | undefined;
  readonly isUrgent: boolean;
  /** The order that it is about, as the desk has it; undefined where none was named. */
  readonly order: Order | undefined;
  /** An order number was named that is none of theirs. */
  readonly unknownOrder: boolean;
  /** They sent nothing but the order's card. */
  readonly onlyCard: boolean;
  /** The shop has signed who they are. */
  readonly verified: boolean;
  readonly suggested: readonly Suggested[];
}

export interface Reply {
  readonly text: string;
  readonly next: 'wait' | 'hand-over' | 'close';
}

const PERSON = /\b(person|human|agent|somebody real|real people)\b|人工|真人|客服人员|找人/i;
const THANKS =
  /^(ok(ay)?|great|perfect|yes|no)?[,.! ]*(many )?(thanks|thank you|thx|that is all|that's all|bye)\b|^(好的?|行|嗯|是的|没有了?|不用了?)?[，。！ ]*(谢谢|多谢|感谢|没事了|再见|明白了)/i;
const WHERE =
  /\b(where|when|track|arriv|parcel|package|deliver(y|ed)?|ship(ped|ping)?|status)\b|arrive|物流|快递|包裹|发货|到货|送达|运单|什么时候|到哪/i;
/** What somebody has to decide or to do. */
const DECISION =
  /\b(complain|compensat|lawyer|unacceptable|manager|refund (me|now)|change (the|my) (shipping |delivery )?address)\b|投诉|赔偿|差评|律师|经理|改(一下)?(收货)?地址/i;
/** What people decide on, as the desk reads it. */
const FOR_PEOPLE: readonly string[] = ['COMPLAINT', 'SAFETY', 'COOPERATION'];
/** An answer that meets less of the question is not given. */
const ENOUGH = 0.5;
const LONGEST = 700;

/** An order number as the shop writes it. */
export const orderNumberIn = (text: string): string | undefined => {
  const found = /#?\bW\d{6,8}\b/i.exec(text)?.[0];
  return found && `#${found.replace('#', '').toUpperCase()}`;
};

function dayText(instant: string, { locale, timeZone }: Asked): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(
    new Date(instant),
  );
}

function orderText(order: Order, asked: Asked): string {
  const words = colleagueWords(asked.locale);
  const shipment = order.shipments.at(-1);
  const parts = [words.order(order.number, words.states[order.status])];
  if (shipment && shipment.trackingNumbers.length > 0)
    parts.push(words.parcel(shipment.carrier ?? words.carrier, shipment.trackingNumbers.join(', ')));
  if (shipment?.deliveredAt) parts.push(words.delivered(dayText(shipment.deliveredAt, asked)));
  else if (shipment?.expectedAt) parts.push(words.expected(dayText(shipment.expectedAt, asked)));
  return [parts.join(asked.locale === 'en' ? ' ' : ''), words.follow].join('\n');
}

function articleText({ title, text, kind }: Suggested, { locale }: Asked): string {
  const words = colleagueWords(locale);
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/\S*$/, '')}…` : text;
  return kind === 'ARTICLE' ? `${words.from(locale === 'en' ? title.en : title.zh)}\n${short}` : short;
}

/** Decides what is said, and what happens then. */
export function answer(asked: Asked): Reply {
  const words = colleagueWords(asked.locale);
  const { text, order, intent } = asked;
  const wants = PERSON.test(text) || DECISION.test(text) || (intent !== undefined && FOR_PEOPLE.includes(intent));
  if (wants || asked.isUrgent) return { text: words.handOver, next: 'hand-over' };
  if (!asked.first && THANKS.test(text)) return { text: words.welcome, next: 'close' };
  const wait = (said: string): Reply => ({ text: said, next: 'wait' });
  if (asked.unknownOrder) return wait(words.noOrder);
  const aboutParcel = WHERE.test(text) || intent === 'LOGISTICS';
  if (order && (aboutParcel || asked.onlyCard || orderNumberIn(text))) return wait(orderText(order, asked));
  const best = asked.suggested.find(
    ({ coverage, stale, audience }) => coverage >= ENOUGH && !stale && audience !== 'INTERNAL',
  );
  if (best) return wait(`${articleText(best, asked)}\n${words.helped}`);
  if (aboutParcel) return wait(asked.verified ? words.whichOrder : words.signIn);
  if (isGreeting(text)) return wait(words.ready);
  return asked.wasUnsure ? { text: words.handOver, next: 'hand-over' } : wait(words.unsure);
}

const isGreeting = (text: string): boolean =>
  /^\s*(hi|hello|hey|good (morning|afternoon|evening)|anybody there|您好|你好|在吗|有人吗)\W*$/iu.test(text);
