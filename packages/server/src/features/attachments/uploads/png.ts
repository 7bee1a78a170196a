/**
 * @module PNG: chunks with a type. Kept are those that a decoder needs, animations and colour among them; Exif, XMP,
 * texts, times and chunks of programs' own go, and what follows the end.
 */
import * as zlib from 'node:zlib';
import type { Cleaned } from './cleaned.ts';
import { orientationIn, tiffWith } from './orientation.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const NEEDED = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'cHRM',
  'gAMA',
  'iCCP',
  'sBIT',
  'sRGB',
  'bKGD',
  'hIST',
  'pHYs',
  'sPLT',
  'acTL',
  'fcTL',
  'fdAT',
  'cICP',
  'mDCV',
  'cLLI',
]);

export const isPng = (head: Buffer): boolean => head.subarray(0, 8).equals(SIGNATURE);

export function cleanPng(file: Buffer): Cleaned {
  const kept: Buffer[] = [SIGNATURE];
  let [at, pixels] = [8, 0];
  while (at + 8 <= file.length) {
    const type = file.toString('latin1', at + 4, at + 8);
    // Where no chunk begins the file is broken; as much of it as there is may still be shown.
    if (!/^[A-Za-z]{4}$/.test(type)) {
      kept.push(file.subarray(at));
      break;
    }
    const end = at + 12 + file.readUInt32BE(at);
    const data = file.subarray(at + 8, end - 4);
    if (type === 'IHDR' && data.length >= 8) pixels = Math.max(pixels, data.readUInt32BE(0) * data.readUInt32BE(4));
    if (NEEDED.has(type)) kept.push(file.subarray(at, end));
    else if (type === 'eXIf') kept.push(...turned(data));
    if (type === 'IEND') break;
    at = end;
  }
  return { content: Buffer.concat(kept), pixels };
}

function turned(tiff: Buffer): Buffer[] {
  const orientation = orientationIn(tiff);
  return orientation === undefined ? [] : [chunk('eXIf', tiffWith(orientation))];
}

/** A chunk: length, type, data, and the check over type and data. */
function chunk(type: string, data: Buffer): Buffer {
  const made = Buffer.alloc(data.length + 12);
  made.writeUInt32BE(data.length, 0);
  made.write(type, 4, 'latin1');
  data.copy(made, 8);
  made.writeUInt32BE(zlib.crc32(made.subarray(4, -4)), data.length + 8);
  return made;
}
