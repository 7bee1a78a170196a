/**
 * @module JPEG: segments between markers, then scans. Kept are those that a decoder needs and the colour profile; Exif,
 * XMP, IPTC, comments and makers' own segments go, and what follows the end of the picture (more pictures, a film).
 */
import type { Cleaned } from './cleaned.ts';
import { orientationIn, tiffWith } from './orientation.ts';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const COMMENT = 0xfe;
const EXIF = 'Exif\0\0';
/** Application segments that change how the picture looks, by their marker and how they begin. */
const NEEDED: Readonly<Record<number, string>> = { 0xe0: 'JFIF\0', 0xe2: 'ICC_PROFILE\0', 0xee: 'Adobe' };

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isApplication = (marker: number) => marker >= 0xe0 && marker <= 0xef;
/** A marker that stands for itself, without a length: a restart, or no marker at all. */
const isBare = (marker: number) => marker <= 0x01 || (marker >= 0xd0 && marker <= START);

export const isJpeg = (head: Buffer): boolean => head[0] === 0xff && head[1] === START && head[2] === 0xff;

export function cleanJpeg(file: Buffer): Cleaned {
  const kept: Buffer[] = [];
  let [at, pixels, orientation] = [2, 0, undefined as number | undefined];
  while (at < file.length) {
    const marker = file[at + 1] ?? END;
    const end = at + 2 + (at + 4 <= file.length ? file.readUInt16BE(at + 2) : 0);
    // Where no segment begins the file is broken; as much of it as there is may still be shown.
    if (file[at] !== 0xff || isBare(marker)) {
      kept.push(file.subarray(at));
      break;
    }
    if (marker === END) {
      kept.push(file.subarray(at, at + 2));
      break;
    }
    const segment = file.subarray(at, end);
    if (isFrame(marker) && segment.length >= 9)
      pixels = Math.max(pixels, segment.readUInt16BE(5) * segment.readUInt16BE(7));
    if (marker === 0xe1 && startsWith(segment, EXIF)) orientation ??= orientationIn(segment.subarray(10));
    if (marker === 0xff) kept.push(file.subarray(at, at + 1));
    else if (isKept(marker, segment)) kept.push(segment);
    at = marker === 0xff ? at + 1 : end;
    if (marker !== SCAN) continue;
    const next = endOfScan(file, end);
    kept.push(file.subarray(end, next));
    at = next;
  }
  return { content: Buffer.concat([file.subarray(0, 2), ...turned(kept, orientation)]), pixels };
}

const startsWith = (segment: Buffer, text: string) => segment.toString('latin1', 4, 4 + text.length) === text;

function isKept(marker: number, segment: Buffer): boolean {
  if (marker === COMMENT) return false;
  return !isApplication(marker) || startsWith(segment, NEEDED[marker] ?? 'none');
}

/** Entropy-coded data end at the next marker that is no stuffed zero and no restart. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at >= 0; at = file.indexOf(0xff, at + 1)) {
    const marker = file[at + 1] ?? 0;
    if (marker !== 0 && marker !== 0xff && !isBare(marker)) return at;
  }
  return file.length;
}

/** The orientation comes after the JFIF header, which has to be the first segment. */
function turned(kept: readonly Buffer[], orientation: number | undefined): readonly Buffer[] {
  if (orientation === undefined) return kept;
  const tiff = tiffWith(orientation);
  const head = Buffer.from([0xff, 0xe1, 0, 2 + EXIF.length + tiff.length]);
  const first = kept[0]?.[1] === 0xe0 ? 1 : 0;
  return [...kept.slice(0, first), head, Buffer.from(EXIF, 'latin1'), tiff, ...kept.slice(first)];
}
