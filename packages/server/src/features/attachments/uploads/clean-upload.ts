/**
 * @module What a file tells of its sender beside its picture – where and when it was taken, by which camera – is taken
 * out before it is kept, and pictures that would fill a reader's memory are refused. By the headers, without decoding:
 * what a picture shows stays bit for bit as it was sent.
 */
import { DeniedError, deny } from '@shopdesk/core';
import type { Cleaned } from './cleaned.ts';
import { cleanFilm, isFilm } from './film.ts';
import { cleanGif, isGif } from './gif.ts';
import { cleanJpeg, isJpeg } from './jpeg.ts';
import { cleanPng, isPng } from './png.ts';
import { cleanWebp, isWebp } from './webp.ts';
import { serverTexts as t } from '../../../texts.ts';

/** Largest picture: 50 megapixels, which are 200 MB of memory for whoever looks at it. */
export const MAX_PIXELS = 50_000_000;

/** Enough to tell what a file is. */
const HEAD_BYTES = 12;

const FORMATS: readonly (readonly [is: (head: Buffer) => boolean, clean: (file: Buffer) => Cleaned])[] = [
  [isJpeg, cleanJpeg],
  [isPng, cleanPng],
  [isGif, cleanGif],
  [isWebp, cleanWebp],
  [isFilm, cleanFilm],
];

/**
 * The same file without what it tells of its sender. A picture or a film is held in memory, any other file passes.
 * One with more than `maxBytes` is passed on as it is: whoever keeps files refuses it.
 * @throws DeniedError LIMIT_EXCEEDED for more than 50 megapixels
 */
export async function* cleanUpload(content: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  // Not `for await`: leaving that would cancel the request's body, and the client would see a reset instead of the
  // answer.
  const chunks = content[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let size = 0;
  let clean: ((file: Buffer) => Cleaned) | undefined;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    held.push(next.value);
    size += next.value.byteLength;
    if (size < HEAD_BYTES) continue;
    clean ??= formatOf(held);
    if (!clean || size > maxBytes) yield* held.splice(0);
  }
  if (held.length > 0) yield clean && size <= maxBytes ? cleaned(clean, Buffer.concat(held)) : Buffer.concat(held);
}

const formatOf = (held: readonly Uint8Array[]) => FORMATS.find(([is]) => is(Buffer.concat(held)))?.[1];

function cleaned(clean: (file: Buffer) => Cleaned, file: Buffer): Buffer {
  const { content, pixels } = clean(file);
  if (pixels <= MAX_PIXELS) return content;
  throw new DeniedError(
    deny('LIMIT_EXCEEDED', {
      text: t.pictureTooLarge,
      details: { limit: MAX_PIXELS, unit: 'pixels' },
    }),
  );
}
