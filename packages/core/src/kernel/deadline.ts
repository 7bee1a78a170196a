/**
 * @module How a deadline is said. Intervals are half-open, so a deadline is the instant from which it is too late; a
 * person is told the last minute that is still in time, in the store's zone, and the zone where theirs is another.
 */

/** The last instant before a deadline: midnight becomes 23:59 of the day before. */
export const lastMoment = (deadline: string): Date => new Date(Date.parse(deadline) - 1);

const partOf = (at: Date, type: Intl.DateTimeFormatPartTypes, locale: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, options).formatToParts(at).find((part) => part.type === type)?.value ?? '';

/** What a zone is called, where its clock shows another time than the reader's at that moment; else empty. */
export function zoneNote(at: Date, locale: string, zones: { readonly store: string; readonly reader: string }): string {
  const offset = (timeZone: string) => partOf(at, 'timeZoneName', 'en', { timeZone, timeZoneName: 'longOffset' });
  const { store, reader } = zones;
  if (offset(store) === offset(reader)) return '';
  return partOf(at, 'timeZoneName', locale, { timeZone: store, timeZoneName: 'longGeneric' });
}

/** For {@link deadlineText}. */
export interface DeadlineReader {
  readonly locale: string;
  /** IANA zone of the store, whose days the deadline counts. */
  readonly zone: string;
  /** IANA zone of the reader. @defaultValue that of this machine */
  readonly readerZone?: string;
  /** Milliseconds since 1970; the year is left out where it is that of the deadline. */
  readonly now: number;
}

/** A deadline for people: `6 Dec, 23:59`, and `6 Dec, 23:59 (Eastern Time)` for a reader in another zone. */
export function deadlineText(deadline: string, { locale, zone, readerZone = ownZone(), now }: DeadlineReader): string {
  const at = lastMoment(deadline);
  const yearOf = (moment: Date) => partOf(moment, 'year', 'en', { timeZone: zone, year: 'numeric' });
  const year = yearOf(at) === yearOf(new Date(now)) ? {} : { year: 'numeric' as const };
  const options = {
    timeZone: zone,
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...year,
  } as const;
  const text = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options).format(at);
  const note = zoneNote(at, locale, { store: zone, reader: readerZone });
  return note ? (locale.startsWith('zh') ? `${text}（${note}）` : `${text} (${note})`) : text;
}

const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
