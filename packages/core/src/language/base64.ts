/**
 * @module Bytes as text that any database keeps (RFC 4648); the platforms that core runs on have no common function for
 * it.
 */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = Uint8Array.from({ length: 128 }, (_, code) => Math.max(0, LETTERS.indexOf(String.fromCharCode(code))));
/** Letters joined at once; a longer list would not fit on the stack. */
const PIECE = 8192;

/** Writes bytes as base64. */
export function base64Of(bytes: Uint8Array): string {
  const codes = new Uint16Array(Math.ceil(bytes.length / 3) * 4);
  for (let from = 0, to = 0; from < bytes.length; from += 3) {
    const three = ((bytes[from] ?? 0) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
    for (let shift = 18; shift >= 0; shift -= 6) {
      codes[to] = LETTERS.charCodeAt((three >> shift) & 63);
      to += 1;
    }
  }
  const over = (3 - (bytes.length % 3)) % 3;
  let text = '';
  for (let at = 0; at < codes.length; at += PIECE) text += String.fromCharCode(...codes.subarray(at, at + PIECE));
  return over === 0 ? text : text.slice(0, -over) + '='.repeat(over);
}

/** Reads base64 that {@link base64Of} wrote. */
export function bytesOf(text: string): Uint8Array {
  const length = text.replace(/=+$/, '').length;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  for (let from = 0, to = 0; from < length; from += 4) {
    let four = 0;
    for (let at = from; at < from + 4; at += 1)
      four = (four << 6) | (at < length ? (VALUES[text.charCodeAt(at) & 127] ?? 0) : 0);
    for (let shift = 16; shift >= 0 && to < bytes.length; shift -= 8) {
      bytes[to] = (four >> shift) & 255;
      to += 1;
    }
  }
  return bytes;
}
