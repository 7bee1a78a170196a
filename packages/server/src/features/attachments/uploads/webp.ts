/**
 * @module WebP: a RIFF of chunks. Kept are pictures, animation, transparency and colour profile; Exif and XMP go, and
 * chunks of programs' own.
 */
import type { Cleaned } from './cleaned.ts';
import { orientationIn, tiffWith } from './orientation.ts';

const NEEDED = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const EXIF_FLAG = 0x08;
const XMP_FLAG = 0x04;

export const isWebp = (head: Buffer): boolean =>
  head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP';

export function cleanWebp(file: Buffer): Cleaned {
  const kept: Buffer[] = [];
  let [pixels, orientation] = [0, undefined as number | undefined];
  // A chunk of an odd length is followed by a zero.
  for (let at = 12; at + 8 <= file.length;) {
    const type = file.toString('latin1', at, at + 4);
    const end = at + 8 + file.readUInt32LE(at + 4);
    const data = file.subarray(at + 8, end);
    pixels = Math.max(pixels, pixelsOf(type, data));
    if (type === 'EXIF')
      orientation = orientationIn(data.toString('latin1', 0, 4) === 'Exif' ? data.subarray(6) : data);
    if (NEEDED.has(type)) kept.push(Buffer.from(file.subarray(at, end + (end % 2))));
    at = end + (end % 2);
  }
  const flags = kept[0]?.toString('latin1', 0, 4) === 'VP8X' ? kept[0] : undefined;
  if (flags && flags.length > 8) flags[8] = ((flags[8] ?? 0) & ~(EXIF_FLAG | XMP_FLAG)) | (orientation ? EXIF_FLAG : 0);
  if (flags && orientation) kept.push(exif(orientation));
  const head = Buffer.from(file.subarray(0, 12));
  // A file with no chunk in it is nothing that could be shown; it stays as it is.
  if (kept.length === 0) return { content: file, pixels: 0 };
  head.writeUInt32LE(
    kept.reduce((sum, { length }) => sum + length, 4),
    4,
  );
  return { content: Buffer.concat([head, ...kept]), pixels };
}

function exif(orientation: number): Buffer {
  const tiff = tiffWith(orientation);
  const head = Buffer.from('EXIF\0\0\0\0', 'latin1');
  head.writeUInt32LE(tiff.length, 4);
  return Buffer.concat([head, tiff]);
}

/** Width times height: of the canvas, of a lossy picture, of a lossless one, of a frame. */
function pixelsOf(type: string, data: Buffer): number {
  if (data.length < 10) return 0;
  if (type === 'VP8X') return (data.readUIntLE(4, 3) + 1) * (data.readUIntLE(7, 3) + 1);
  if (type === 'ANMF' && data.length >= 16) return (data.readUIntLE(6, 3) + 1) * (data.readUIntLE(9, 3) + 1);
  if (type === 'VP8 ') return (data.readUInt16LE(6) & 0x3fff) * (data.readUInt16LE(8) & 0x3fff);
  if (type !== 'VP8L') return 0;
  const sides = data.readUInt32LE(1);
  return ((sides & 0x3fff) + 1) * (((sides >>> 14) & 0x3fff) + 1);
}
