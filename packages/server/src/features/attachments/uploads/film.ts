/**
 * @module MP4 and QuickTime: boxes in boxes. Boxes with the place, the camera and other remarks become free space of
 * the same length, because a film refers to its pictures by their place in the file.
 */
import type { Cleaned } from './cleaned.ts';

const REMARKS = new Set(['udta', 'meta', 'uuid']);
const HOLDERS = new Set(['moov', 'trak']);

export const isFilm = (head: Buffer): boolean => head.toString('latin1', 4, 8) === 'ftyp';

export function cleanFilm(file: Buffer): Cleaned {
  const content = Buffer.from(file);
  clear(content, 0, content.length);
  return { content, pixels: 0 };
}

function clear(file: Buffer, from: number, to: number): void {
  for (let at = from; at + 8 <= to;) {
    const short = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    // A length of 1 stands for a long one behind the type, 0 for the rest of the file.
    const head = short === 1 ? 16 : 8;
    const length = short === 1 && at + 16 <= to ? Number(file.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short;
    if (length < head) return;
    const end = Math.min(at + length, to);
    if (REMARKS.has(type)) file.fill(0, at + head, end).write('free', at + 4, 'latin1');
    else if (HOLDERS.has(type)) clear(file, at + head, end);
    at = end;
  }
}
