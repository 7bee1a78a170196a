import { isSameDay } from './day-label.ts';
import type { Tick } from './texts.ts';
import type { ReadMarks, TimelineItem } from './timeline-item.ts';

/** Messages of one sender closer than this are one run. */
const RUN_MS = 3 * 60_000;

/** Whether `next` continues what the same person just said. */
export function isRun(item: TimelineItem | undefined, next: TimelineItem | undefined): boolean {
  if (!item || !next || item.kind === 'EVENT' || next.kind === 'EVENT' || item.kind === 'NOTE' || next.kind === 'NOTE')
    return false;
  const near = Date.parse(next.at) - Date.parse(item.at) < RUN_MS && isSameDay(item.at, next.at);
  return near && item.sender === next.sender && item.senderName === next.senderName;
}

/** How far an own message has come. */
export function tickOf({ problem, publicSeq, kind }: TimelineItem, marks: ReadMarks | undefined): Tick | undefined {
  if (kind === 'NOTE') return undefined;
  if (problem !== undefined) return 'failed';
  if (publicSeq === undefined || publicSeq === null) return 'sending';
  if (publicSeq <= (marks?.read ?? 0)) return 'read';
  return publicSeq <= (marks?.delivered ?? 0) ? 'delivered' : 'sent';
}
