import { describe, expect, it } from 'vitest';
import { trainIntents } from '../intent.ts';
import { createTopicRanking } from './topic-ranking.ts';

const classifier = trainIntents(
  [
    { text: 'where is my parcel', intent: 'TRACK' },
    { text: 'has it been sent yet', intent: 'TRACK' },
    { text: 'when does my order arrive', intent: 'TRACK' },
    { text: 'I want my money back', intent: 'REFUND' },
    { text: 'when do I get refunded', intent: 'REFUND' },
    { text: 'refund my order please', intent: 'REFUND' },
  ],
  1,
);
const found = (id: string, score: number) => ({ id, score, coverage: 1, terms: [] });
const TITLES = new Map([
  ['track', 'Where is my parcel'],
  ['refund', 'When you get your money back'],
]);
const titleOf = (id: string) => TITLES.get(id);

describe('ranking by topic', () => {
  const ranking = createTopicRanking(classifier);
  const order = (question: string, ...scores: [number, number]) =>
    ranking
      .rank(
        question,
        [found('track', scores[0]), found('refund', scores[1])].sort((a, b) => b.score - a.score),
        titleOf,
      )
      .map(({ id }) => id);

  it('puts what is about the same first when words leave it open', () => {
    expect(order('when do I see my money again', 1, 0.9)).toEqual(['refund', 'track']);
    expect(order('has my parcel been sent', 0.9, 1)).toEqual(['track', 'refund']);
  });

  it('does not turn a clear match over', () => {
    expect(order('parcel', 1, 0.05)).toEqual(['track', 'refund']);
  });

  it('leaves alone what it has no title of, and loses nothing', () => {
    const results = Array.from({ length: 15 }, (_, at) => found(`x${at}`, 15 - at));
    expect(ranking.rank('where is my parcel', results, () => undefined)).toEqual(results);
    expect(ranking.rank('', [], titleOf)).toEqual([]);
  });

  it('says how much each is about what is asked', () => {
    const [first, second] = ranking.rank('I want my money back', [found('track', 1), found('refund', 1)], titleOf);
    expect([first?.id, (first?.likeness ?? 0) > (second?.likeness ?? 1)]).toEqual(['refund', true]);
  });
});
