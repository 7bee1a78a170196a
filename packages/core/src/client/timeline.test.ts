import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Timeline } from './timeline.ts';

const message = (seq: number) => ({ seq, clientMsgId: `m${seq}` });
const numbers = (timeline: Timeline<{ seq: number; clientMsgId: string }>) => timeline.messages.map(({ seq }) => seq);

describe('a timeline', () => {
  test('holds a message back until what is before it has arrived', () => {
    const timeline = new Timeline();
    timeline.add(message(1), 0);
    timeline.add(message(3), 2);
    expect(numbers(timeline)).toEqual([1]);
    expect(timeline.held.map(({ seq }) => seq)).toEqual([3]);
    expect(timeline.cursor).toBe(1);
    timeline.add(message(2), 1);
    expect(numbers(timeline)).toEqual([1, 2, 3]);
    expect(timeline.hasGap).toBe(false);
  });

  test('begins behind the number it was given and takes earlier pages in front', () => {
    const timeline = new Timeline(4);
    timeline.add(message(5), 4);
    expect(timeline.first).toBe(5);
    timeline.prepend([message(3), message(4)]);
    expect(numbers(timeline)).toEqual([3, 4, 5]);
    timeline.prepend([message(4), message(3)]);
    expect(numbers(timeline)).toEqual([3, 4, 5]);
  });

  test('knows a repeated message by its number', () => {
    const timeline = new Timeline();
    expect(timeline.add(message(1), 0)).toBe(true);
    expect(timeline.add(message(1), 0)).toBe(false);
    expect(numbers(timeline)).toEqual([1]);
  });

  test('is complete, ordered and without repeats after any drops, repeats, reordering and fills', () => {
    const arrivals = fc.array(
      fc.oneof({ arbitrary: fc.nat(39), weight: 5 }, { arbitrary: fc.constant('fill' as const), weight: 1 }),
      { maxLength: 120 },
    );
    fc.assert(
      fc.property(arrivals, fc.integer({ min: 1, max: 5 }), (steps, page) => {
        // Numbers as staff see them: some are missing in the shopper's view, so steps are not always 1.
        const truth = Array.from({ length: 40 }, (_, index) => message(index * 2 + 1 + (index % 3 === 0 ? 1 : 0)));
        const timeline = new Timeline();
        const fill = () => timeline.fill(truth.filter(({ seq }) => seq > timeline.cursor).slice(0, page));
        for (const step of steps) {
          if (step === 'fill') fill();
          else timeline.add(truth[step] as never, truth[step - 1]?.seq ?? 0);
          expect(numbers(timeline)).toEqual(truth.slice(0, timeline.messages.length).map(({ seq }) => seq));
          for (const { seq } of timeline.held) expect(seq).toBeGreaterThan(timeline.cursor);
        }
        while (timeline.cursor < (truth.at(-1)?.seq ?? 0)) fill();
        expect(timeline.messages).toEqual(truth);
        expect(timeline.hasGap).toBe(false);
      }),
    );
  });
});
