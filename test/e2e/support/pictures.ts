/**
 * @module Real files to send: a PNG of any size, and a program.
 */
import { deflateSync, crc32 } from 'node:zlib';
import { randomBytes } from 'node:crypto';

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

function png(width: number, height: number, pixels: Uint8Array, level: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels, { level })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A picture of a parcel-coloured gradient. */
export function picture(
  name: string,
  [red, green, blue]: readonly [number, number, number],
): { name: string; mimeType: string; buffer: Buffer } {
  const [width, height] = [160, 120];
  const rows = Array.from({ length: height }, (_, y) => {
    const light = 1 - y / height / 2;
    const pixel = [red, green, blue].map((channel) => Math.round(channel * light));
    return Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from(pixel))]);
  });
  return { name, mimeType: 'image/png', buffer: png(width, height, Buffer.concat(rows), 6) };
}

/** A picture of a little more than 12 MiB: noise cannot be compressed. */
export function hugePicture(name: string): { name: string; mimeType: string; buffer: Buffer } {
  const [width, height] = [2048, 2050];
  return { name, mimeType: 'image/png', buffer: png(width, height, randomBytes(height * (width * 3 + 1)), 0) };
}

/** What Windows would run. */
export const program = (name: string) => ({
  name,
  mimeType: 'application/vnd.microsoft.portable-executable',
  buffer: Buffer.from('MZ\u0090\0\u0003\0\0\0This program cannot be run in DOS mode.', 'latin1'),
});
