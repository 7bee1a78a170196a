/** @module A short name for a text: not secret, and the same for the same text. */

/** FNV-1a over 53 bits, as base 36. */
export function digest(text: string): string {
  let [high, low] = [0x811c9dc5, 0x1b873593];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x01000193) >>> 0;
    low = Math.imul(low ^ (code + index), 0x85ebca6b) >>> 0;
  }
  return (high * 0x200000 + (low >>> 11)).toString(36);
}
