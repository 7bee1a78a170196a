/**
 * Puts what a search found into the order of what is asked: articles about the same intents as the question come
 * first, though they use other words. The intents are those that the shop's classifier has learned.
 * @module
 */
import type { TextClassifier } from '../text-classifier.ts';
import type { SearchResult } from './search-index.ts';

/** How many of the best are put in order; a search must find these first. */
export const RANKED_BY_TOPIC = 10;

/**
 * Fitted to the `dev` half of the labelled queries, as is that titles alone are read: texts said less, for more time.
 */
const WEIGHT = 0.8;

type Topics = Float64Array;

/** A result with how much it is about what is asked, 0 to 1; absent where its title is not at hand. */
export interface TopicResult extends SearchResult {
  readonly likeness?: number;
}

/** Orders search results by topic; keeps the topics of the titles it has seen, up to a bound. */
export interface TopicRanking {
  /**
   * `results` best first, at most {@link RANKED_BY_TOPIC} of them moved; `titleOf` answers undefined for what is not at
   * hand.
   */
  rank(question: string, results: readonly SearchResult[], titleOf: (id: string) => string | undefined): TopicResult[];
}

/**
 * What is shown to somebody who searches has at least these shares of the best one's score, and of its score and
 * likeness together. On the `dev` half of the labelled queries that leaves out 744 of 1,268 articles that nobody looked
 * for and one of 326 that somebody did.
 */
const LEAST = { score: 0.25, worth: 0.45 };

/** Leaves out what only mentions the words of the question where others are about it; the order stays. */
export function withoutWeak(results: readonly TopicResult[]): TopicResult[] {
  const best = Math.max(...results.map(({ score }) => score));
  const worthOf = ({ score, likeness: alike = 0 }: TopicResult) => score / best + WEIGHT * alike;
  const most = Math.max(...results.map(worthOf));
  return results.filter((one) => one.score >= best * LEAST.score && worthOf(one) >= most * LEAST.worth);
}

const MOST_KEPT = 20_000;

/** Makes a ranking by a classifier of intents. */
export function createTopicRanking(classifier: TextClassifier): TopicRanking {
  const known = new Map<string, Topics>();
  const places = new Map(classifier.labels.map((label, at) => [label, at]));
  const of = (text: string): Topics => topicsOf(classifier, places, text);
  const ofTitle = (title: string): Topics => {
    const before = known.get(title);
    if (before) return before;
    const topics = of(title);
    if (known.size >= MOST_KEPT) known.delete(known.keys().next().value as string);
    known.set(title, topics);
    return topics;
  };
  return {
    rank: (question, results, titleOf) => {
      const best = results[0]?.score ?? 0;
      if (!(best > 0)) return [...results];
      const asked = of(question);
      const weighed: { result: TopicResult; worth: number }[] = results.slice(0, RANKED_BY_TOPIC).map((result) => {
        const title = titleOf(result.id);
        if (!title) return { result, worth: result.score / best };
        const alike = likeness(asked, ofTitle(title));
        return { result: { ...result, likeness: alike }, worth: result.score / best + WEIGHT * alike };
      });
      return [
        ...weighed.sort((a, b) => b.worth - a.worth).map(({ result }) => result),
        ...results.slice(RANKED_BY_TOPIC),
      ];
    },
  };
}

/** Probabilities by intent, evened out so that the likeliest does not drown the rest. */
function topicsOf(classifier: TextClassifier, places: ReadonlyMap<string, number>, text: string): Topics {
  const topics = new Float64Array(places.size);
  for (const { label, probability } of classifier.predict(text).ranked)
    topics[places.get(label) as number] = Math.sqrt(probability);
  return scaled(topics);
}

function scaled(topics: Topics): Topics {
  const length = Math.hypot(...topics) || 1;
  return topics.map((value) => value / length);
}

function likeness(one: Topics, other: Topics): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] as number) * (other[at] ?? 0);
  return sum;
}
