/** @module Whether a customer may be written to: pure, from what they said, how often they were, and the time. */
import { zoneOffset, zonedDay } from '../../policies/zoned-day.ts';
import type { Cap, OutreachChannel, PurposeRule } from './purposes.ts';

/** May, may at a later instant, or may not. */
export type Reach =
  | { readonly ok: true }
  | { readonly wait: string }
  | { readonly no: 'NO_CONSENT' | 'WITHDRAWN' | 'CHANNEL' | 'CAP' | 'STORE' };

export interface Quiet {
  /** Times of day, `22:00`. */
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

export interface Facts {
  readonly now: string;
  readonly channel: OutreachChannel;
  /** What they said of this purpose, of a channel or of all (null); the newest of each. */
  readonly said: readonly { readonly channel: OutreachChannel | null; readonly given: boolean; readonly at: string }[];
  /** How often they were written to for it today and in the last 30 days, today included. */
  readonly sent: { readonly day: number; readonly month: number };
  readonly quiet: Quiet;
  readonly allowed: boolean;
}

const MINUTE = 60_000;
const DAY = 24 * 60;
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The newest word counts, whether it was about this channel or about all. */
const lastWord = ({ said, channel }: Facts): boolean | undefined =>
  said
    .filter((one) => one.channel === null || one.channel === channel)
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : Number(a.given) - Number(b.given)))[0]?.given;

const isOver = ({ day, month }: Cap, sent: Facts['sent']): boolean => sent.day >= day || sent.month >= month;

export function judgeReach(rule: PurposeRule, facts: Facts): Reach {
  if (!facts.allowed && !rule.service) return { no: 'STORE' };
  if (!rule.channels.includes(facts.channel)) return { no: 'CHANNEL' };
  const word = lastWord(facts);
  if (word === false) return { no: 'WITHDRAWN' };
  if (rule.basis === 'CONSENT' && word !== true) return { no: 'NO_CONSENT' };
  if (rule.cap && isOver(rule.cap, facts.sent)) return { no: 'CAP' };
  const until = rule.service ? undefined : endOfQuiet(facts.quiet, facts.now);
  return until ? { wait: until } : { ok: true };
}

/** When the quiet hours end in which an instant lies; undefined where it lies in none. */
export function endOfQuiet({ from, to, timeZone }: Quiet, now: string): string | undefined {
  const [begin, end] = [minuteOf(from), minuteOf(to)];
  if (begin === end) return undefined;
  const at = Date.parse(now);
  const minute = Math.floor((at + zoneOffset(at, timeZone)) / MINUTE) % DAY;
  const overnight = begin > end;
  const isQuiet = overnight ? minute >= begin || minute < end : minute >= begin && minute < end;
  if (!isQuiet) return undefined;
  const day = zonedDay(at, timeZone) + (overnight && minute >= begin ? 1 : 0);
  return atMinute(day, end, timeZone);
}

/** The instant of a local day at which its clocks show a minute; where they jump over it, as long after midnight. */
function atMinute(day: number, minute: number, timeZone: string): string {
  const wall = (day * DAY + minute) * MINUTE;
  const guess = wall - zoneOffset(wall - zoneOffset(wall, timeZone), timeZone);
  return new Date(guess).toISOString();
}
