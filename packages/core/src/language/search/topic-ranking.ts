/**
 * Puts what a search found into the order of what is asked: articles about the same intents as the question come
 * first, though they use other words. The intents are those that the shop's classifier has learned.
 * @module
 */
import type { TextClassifier } from '../text-classifier.ts';
import type { SearchResult } from './search-index.ts';

/** An article's title and text in the language of the question. */
export interface TopicText {
  readonly title: string;
  readonly body: string;
}

/** How many of the best are put in order; a search must find these first. */
export const RANKED_BY_TOPIC = 10;

/** Fitted, like the two below, to the `dev` half of the labelled queries. */
const WEIGHT = 0.8;
const TITLE_WEIGHT = 2;
const BODY_READ = 120;

type Topics = Float64Array;

/** Orders search results by topic; keeps the topics of the texts it has seen, up to a bound. */
export interface TopicRanking {
  /** `results` best first, at most {@link RANKED_BY_TOPIC} of them moved; `textOf` answers undefined for what is not at hand. */
  rank(question: string, results: readonly SearchResult[], textOf: (id: string) => TopicText | undefined): SearchResult[];
  /** Forgets a text that has changed. */
  forget(id: string): void;
}

const MOST_KEPT = 20_000;

/** Makes a ranking by a classifier of intents. */
export function createTopicRanking(classifier: TextClassifier): TopicRanking {
  const known = new Map<string, Topics>();
  const of = (text: string): Topics => topicsOf(classifier, text);
  const ofArticle = (id: string, { title, body }: TopicText): Topics => {
    const before = known.get(id);
    if (before) return before;
    const [head, rest] = [of(title), of(body.slice(0, BODY_READ))];
    const topics = scaled(head.map((value, at) => TITLE_WEIGHT * value + (rest[at] as number)));
    if (known.size >= MOST_KEPT) known.delete(known.keys().next().value as string);
    known.set(id, topics);
    return topics;
  };
  return {
    forget: (id) => void known.delete(id),
    rank: (question, results, textOf) => {
      const best = results[0]?.score ?? 0;
      if (results.length < 2 || !(best > 0)) return [...results];
      const asked = of(question);
      const weighed = results.slice(0, RANKED_BY_TOPIC).map((result) => {
        const text = textOf(result.id);
        return { result, worth: result.score / best + (text ? WEIGHT * likeness(asked, ofArticle(result.id, text)) : 0) };
      });
      return [...weighed.sort((a, b) => b.worth - a.worth).map(({ result }) => result), ...results.slice(RANKED_BY_TOPIC)];
    },
  };
}

/** Probabilities by intent, evened out so that the likeliest does not drown the rest. */
function topicsOf(classifier: TextClassifier, text: string): Topics {
  const topics = new Float64Array(classifier.labels.length);
  const places = new Map(classifier.labels.map((label, at) => [label, at]));
  for (const { label, probability } of classifier.predict(text).ranked) topics[places.get(label) as number] = Math.sqrt(probability);
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
