/**
 * @module Time limits: from a span after a known event to the instant from which it is late.
 */
import { addBusinessDays, WEEKDAYS } from './business-days.ts';
import { instantOf, type StoreSetting } from './facts.ts';
import type { Findings, Question } from './hits.ts';
import type { DueSpan, OutputDefinition, TableRow } from './table-schema.ts';
import { inBoth, unitFor, type Text } from './text.ts';
import { EVENT_NAMES } from './vocabulary/events.ts';
import { addMonths, formatStoreTime, zonedDay, zonedDayEnd } from './zoned-day.ts';

/** One time limit of a decision. */
export interface Due {
  /** The output it answers: `due`, `until` … */
  readonly output: string;
  readonly ruleIds: readonly string[];
  readonly span: DueSpan;
  /** The instant from which it is late, ISO; null while the event has not happened. */
  readonly at: string | null;
  readonly text: Text;
}

/** The instant from which it is late: minutes and hours are exact, days end with the store's day. */
export function dueInstant(span: DueSpan, from: number, { zone, calendar = WEEKDAYS }: StoreSetting): number {
  if (span.minutes !== undefined) return from + span.minutes * 60_000;
  if (span.hours !== undefined) return from + span.hours * 3_600_000;
  const day = zonedDay(from, zone);
  if (span.businessDays !== undefined) return zonedDayEnd(addBusinessDays(day, span.businessDays, calendar), zone);
  return zonedDayEnd(span.months === undefined ? day + (span.days ?? 0) : addMonths(day, span.months), zone);
}

/** A span in words: `within 7 days of delivery`. */
export function spanText(span: DueSpan): Text {
  const event = EVENT_NAMES[span.from] ?? { zh: span.from, en: span.from };
  const [count, zh, en] = (
    [
      [span.minutes, '分钟', 'minutes'],
      [span.hours, '小时', 'hours'],
      [span.days, '天', 'days'],
      [span.months, '个月', 'months'],
      [span.businessDays, '个工作日', 'working days'],
    ] as const
  ).find(([value]) => value !== undefined) ?? [0, '', ''];
  return {
    zh: `${event.zh}后 ${count} ${zh}内`,
    en: `within ${count} ${unitFor(count ?? 0, { zh, en }, 'en')} of ${event.en}`,
  };
}

function dueText(span: DueSpan, at: number | null, zone: string): Text {
  const text = spanText(span);
  if (at === null) return text;
  const last = formatStoreTime(at - 1, zone);
  return inBoth(
    (language) =>
      ({ zh: `${text.zh}（最晚 ${last}，店铺时间）`, en: `${text.en} (${last} store time at the latest)` })[language],
  );
}

/** Whether an answer is a span after an event. */
export function isSpan(value: unknown): value is DueSpan {
  return typeof value === 'object' && value !== null && 'from' in value;
}

function dueOf(output: OutputDefinition, row: TableRow, { facts, store }: Question): Due[] {
  const span = row.answer[output.name];
  if (!isSpan(span)) return [];
  const from = instantOf(facts, span.from);
  const at = from === null ? null : dueInstant(span, from, store);
  return [
    {
      output: output.name,
      ruleIds: row.rules ?? [row.id],
      span,
      at: at === null ? null : new Date(at).toISOString(),
      text: dueText(span, at, store.zone),
    },
  ];
}

/**
 * Every time limit of the deciding rows, the binding one of each output first; those whose event is still to come last.
 */
export function duesOf(findings: Findings, question: Question): Due[] {
  return findings.outputs
    .filter((output) => output.type === 'due')
    .flatMap((output) => {
      const sign = output.favour === 'LATE' ? -1 : 1;
      const order = (due: Due): number => (due.at === null ? Infinity : sign * Date.parse(due.at));
      const dues = findings.deciding.flatMap(({ row }) => dueOf(output, row.row, question));
      return dues.toSorted((a, b) => (order(a) === order(b) ? 0 : order(a) - order(b)));
    });
}
