/**
 * Words that a question is wrapped in and that say nothing about what is asked.
 * @module
 */
import { createPhraseMatcher } from '../phrase-matcher.ts';
import type { Span } from '../fold.ts';

const ENGLISH = new Set(
  (
    'a an the i me my mine we our you your he she it its they them their this that these those is am are was were be been being do does did doing ' +
    'have has had having will would can could shall should may might must to of in on at by for from with about as into and or but if then so than too very ' +
    'just please pls plz hi hello hey thanks thank what which who whom how when where why there here not no im ive dont doesnt didnt cant cannot wont isnt ' +
    'want wanna need like know tell help get got any some u ur ok okay one thing something anything way possible able'
  ).split(' '),
);

const CHINESE = [
  ...'请问|你好|您好|亲|怎么样|怎么办|怎么|如何|怎样|为什么|什么|哪些|哪里|可不可以|可以|能不能|能否|是不是|是否|有没有|我想要|我想|我要|想要|想问|问一下|'.split(
    '|',
  ),
  ...'一下|麻烦|帮我|帮忙|谢谢|你们|我们|这个|那个|这款|那款|一个|需要|了解|知道|咨询|的话|多少|吗|呢|吧|啊|呀|哦|嘛|了|的|我|你|您|在|是'.split(
    '|',
  ),
].filter((phrase) => phrase !== '');

const find = createPhraseMatcher(CHINESE);

/** Whether an English word only wraps a question. */
export const isStopWord = (word: string): boolean => ENGLISH.has(word.replace(/['’]/g, ''));

/** The places of Chinese wrapping phrases in a folded text; pairs that touch one say little. */
export function stopSpansOf(folded: string): Span[] {
  return find(folded).map(({ start, end }) => ({ start, end }));
}
