/** @module Cuts a text from outside to a length, without cutting one of its characters. */

let graphemes: Intl.Segmenter | undefined;

/**
 * The beginning of a text that is at most `most` UTF-16 units long, which is how schemas count (`z.string().max`). It
 * never ends within what a reader takes for one character; only one that is longer than `most` is cut, between code
 * points.
 */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  graphemes ??= new Intl.Segmenter();
  // Nobody writes characters of 200 units: what lies further behind cannot move the boundary.
  const start = graphemes.segment(text.slice(0, most + 200)).containing(most)?.index ?? most;
  const end = start > 0 ? start : most;
  const splits = /[\ud800-\udbff]/.test(text[end - 1] ?? '') && /[\udc00-\udfff]/.test(text[end] ?? '');
  return text.slice(0, splits ? end - 1 : end);
}
