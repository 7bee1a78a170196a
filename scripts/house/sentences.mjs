// Sentences that the desk makes of pieces or finds again by their words: what is said is a text with a key (decision 0063).
import { sources } from './sources.mjs';

/** What people who read Chinese or English are told is declared by `texts`; these say what is wrong to engineers. */
const FOR_ENGINEERS = /\/(cli|database|ports|testing)\/|\/use-(?:document|variable)-limits\.ts$/;

const RULES = [
  // A denial or a field problem with a sentence of its own.
  /\b(?:deny|refuse)\([^;]{0,200}?\bmessage:/g,
  /\bfields: \[\{ path[^;]{0,120}?\bmessage\b/g,
  // A rule of a schema with a sentence, which no language can say otherwise.
  /\.(?:min|max|length|regex|refine|email|url)\((?:[^()'`;]|\([^()]*\))*?, ['`][A-Z][^'`\n]*[.!]['`]/g,
  // A sentence that is read again: asked for its words, or taken apart by an expression.
  /\/[^/\n]*[a-z]{2,} [^/\n]*\/[a-z]*\.exec\((?:\w+\.)*message\b/g,
  /\bmessage(?:\.match|\.includes|\.startsWith)\('/g,
  /\b(?:denial|error\.denial)\??\.message\b/g,
];

/** A sentence that is made twice of pieces, once for each language, so that no third can say it. */
const MADE_TWICE = /\bzh: `[^`]*\$\{/g;

const placesOf = ({ path, text }, rule) =>
  [...text.matchAll(rule)].map(({ index, 0: found }) => ({
    path,
    line: text.slice(0, index).split('\n').length,
    text: found.replaceAll(/\s+/g, ' ').slice(0, 100),
  }));

const spoken = () =>
  sources.filter(
    ({ path }) =>
      /^packages\/(core|server)\/src\//.test(path) &&
      !path.startsWith('packages/core/src/client/') &&
      !FOR_ENGINEERS.test(path),
  );

/** Sentences of core and the server that are made of pieces in two languages. */
export const madeTwice = () => spoken().flatMap((source) => placesOf(source, MADE_TWICE));

/** The places of one source where a sentence is made or read as words. */
export const sentencesIn = (source) => RULES.flatMap((rule) => placesOf(source, rule));

/** Each place where a sentence of core or the server is made or read as words. */
export const sentences = () => spoken().flatMap(sentencesIn);
