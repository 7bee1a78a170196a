/**
 * @module GIF: a header, then blocks. Comments and XMP go, and what follows the end; frames, their times and how often
 * they are repeated stay.
 */
import type { Cleaned } from './cleaned.ts';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const END = 0x3b;
const COMMENT = 0xfe;
const APPLICATION = 0xff;
/** Repetition, and the colour profile. */
const NEEDED = ['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012'];

export const isGif = (head: Buffer): boolean => /^GIF8[79]a$/.test(head.toString('latin1', 0, 6));

export function cleanGif(file: Buffer): Cleaned {
  if (file.length < 13) return { content: file, pixels: 0 };
  const first = 13 + colours(file[10] ?? 0);
  const kept = [file.subarray(0, first)];
  let [at, pixels] = [first, file.readUInt16LE(6) * file.readUInt16LE(8)];
  while (at < file.length) {
    const kind = file[at];
    const end =
      kind === EXTENSION
        ? endOfBlocks(file, at + 2)
        : kind === IMAGE && at + 10 < file.length
          ? endOfImage(file, at)
          : at + 1;
    // Where no block begins the file is broken; as much of it as there is may still be shown.
    if (kind !== EXTENSION && kind !== IMAGE && kind !== END) {
      kept.push(file.subarray(at));
      if (at === first) pixels = 0;
      break;
    }
    if (kind === IMAGE && at + 10 < file.length) pixels = Math.max(pixels, sizeWith(file, at));
    if (kind !== EXTENSION || isKept(file, at)) kept.push(file.subarray(at, end));
    if (kind === END) break;
    at = end;
  }
  return { content: Buffer.concat(kept), pixels };
}

/** Bytes of the table of colours that a packed field tells. */
const colours = (packed: number) => (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0);

/** The larger of the screen and of what an image on it reaches: some viewers grow the one for the other. */
function sizeWith(file: Buffer, at: number): number {
  const side = (screen: number, image: number) =>
    Math.max(file.readUInt16LE(screen), file.readUInt16LE(at + image) + file.readUInt16LE(at + image + 4));
  return side(6, 1) * side(8, 3);
}

function isKept(file: Buffer, at: number): boolean {
  if (file[at + 1] === COMMENT) return false;
  return file[at + 1] !== APPLICATION || NEEDED.includes(file.toString('latin1', at + 3, at + 14));
}

const endOfImage = (file: Buffer, at: number) => endOfBlocks(file, at + 11 + colours(file[at + 9] ?? 0));

/** Blocks of data, each behind its length, end with an empty one. */
function endOfBlocks(file: Buffer, from: number): number {
  let at = from;
  while (at < file.length && file[at] !== 0) at += 1 + (file[at] ?? 0);
  return Math.min(at + 1, file.length);
}
