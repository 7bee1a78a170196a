/**
 * @module What became of the messages: lost, twice, or in another order than they were sent.
 */
import type { Writer } from './people.ts';

export interface Verdict {
  acked: number;
  lost: number;
  duplicated: number;
  outOfOrder: number;
}

interface Entry {
  readonly seq: number;
  readonly kind: string;
  readonly body: string;
}

const counter = (body: string) => Number(body.split('-').at(-1));

/** Judges one list of a conversation against what one writer was told was sent. */
export function judge(
  entries: readonly Entry[],
  { label, acknowledged }: Pick<Writer, 'label' | 'acknowledged'>,
): Verdict {
  const mine = entries
    .filter(({ kind, body }) => kind === 'TEXT' && body.startsWith(`${label}-`))
    .map(({ body }) => body);
  const there = new Set(mine);
  return {
    acked: acknowledged.length,
    lost: acknowledged.filter((body) => !there.has(body)).length + gaps(entries),
    duplicated: mine.length - there.size,
    outOfOrder: mine.filter((body, index) => index > 0 && counter(body) < counter(mine[index - 1] as string)).length,
  };
}

/** Numbers that are missing in the conversation. */
const gaps = (entries: readonly Entry[]) => entries.filter(({ seq }, index) => seq !== index + 1).length;

export const sum = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.reduce(
    (all, one) => ({
      acked: all.acked + one.acked,
      lost: all.lost + one.lost,
      duplicated: all.duplicated + one.duplicated,
      outOfOrder: all.outOfOrder + one.outOfOrder,
    }),
    {
      acked: 0,
      lost: 0,
      duplicated: 0,
      outOfOrder: 0,
    },
  );

export const told = ({ acked, lost, duplicated, outOfOrder }: Verdict) =>
  `acked ${acked} lost ${lost} duplicated ${duplicated} out-of-order ${outOfOrder}`;
