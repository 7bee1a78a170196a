/**
 * A small binary container: magic, a JSON header and typed arrays, with a checksum, so that models
 * and indexes restore in milliseconds and a damaged file is refused instead of believed.
 * @module
 */
import { LanguageError } from './language-error.ts';

/** `SDL1` in ASCII; a new layout takes a new number. */
const MAGIC = 0x53444c31;
const FIXED = 16;

/** The typed arrays that a snapshot may hold. */
export type Section = Uint8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | Float32Array;

const MAKERS = {
  u8: (buffer: ArrayBuffer) => new Uint8Array(buffer),
  u16: (buffer: ArrayBuffer) => new Uint16Array(buffer),
  i16: (buffer: ArrayBuffer) => new Int16Array(buffer),
  u32: (buffer: ArrayBuffer) => new Uint32Array(buffer),
  i32: (buffer: ArrayBuffer) => new Int32Array(buffer),
  f32: (buffer: ArrayBuffer) => new Float32Array(buffer),
} as const;
type SectionKind = keyof typeof MAKERS;

function kindOf(section: Section): SectionKind {
  if (section instanceof Uint8Array) return 'u8';
  if (section instanceof Uint16Array) return 'u16';
  if (section instanceof Int16Array) return 'i16';
  if (section instanceof Uint32Array) return 'u32';
  return section instanceof Int32Array ? 'i32' : 'f32';
}

/** UTF-16 code units of a text: needs no encoder, which core does not have. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) units[at] = text.charCodeAt(at);
  return units;
}

/** The text of UTF-16 code units. */
export function textOf(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += 8_192) text += String.fromCharCode(...units.subarray(at, at + 8_192));
  return text;
}

function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

const bytesOf = (section: Section): Uint8Array =>
  new Uint8Array(section.buffer, section.byteOffset, section.byteLength);

/** Packs a header and typed arrays into bytes. `kind` names what they are. */
export function packSnapshot(
  kind: string,
  header: Readonly<Record<string, unknown>>,
  sections: readonly Section[],
): Uint8Array {
  const described = { kind, header, sections: sections.map((section) => [kindOf(section), section.byteLength]) };
  const head = bytesOf(unitsOf(JSON.stringify(described)));
  const total = sections.reduce((sum, section) => sum + section.byteLength, FIXED + head.length);
  const bytes = new Uint8Array(total);
  bytes.set(head, FIXED);
  let at = FIXED + head.length;
  for (const section of sections) {
    bytes.set(bytesOf(section), at);
    at += section.byteLength;
  }
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC);
  view.setUint32(4, head.length);
  view.setUint32(8, total);
  view.setUint32(12, checksum(bytes.subarray(FIXED)));
  return bytes;
}

/** Unpacks what `packSnapshot` packed. Throws `LanguageError` `CORRUPT_SNAPSHOT` for anything else. */
export function unpackSnapshot(
  kind: string,
  bytes: Uint8Array,
): { header: Record<string, unknown>; sections: Section[] } {
  const corrupt = (why: string): LanguageError =>
    new LanguageError('CORRUPT_SNAPSHOT', `Not a snapshot of kind ${kind}: ${why}`);
  if (bytes.length < FIXED) throw corrupt('too short');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) !== MAGIC) throw corrupt('unknown format');
  if (view.getUint32(8) !== bytes.length) throw corrupt('wrong length');
  if (view.getUint32(12) !== checksum(bytes.subarray(FIXED))) throw corrupt('checksum differs');
  const dataStart = FIXED + view.getUint32(4);
  const described = JSON.parse(textOf(new Uint16Array(bytes.slice(FIXED, dataStart).buffer))) as {
    kind: string;
    header: Record<string, unknown>;
    sections: [SectionKind, number][];
  };
  if (described.kind !== kind) throw corrupt(`it holds ${described.kind}`);
  let at = dataStart;
  const sections = described.sections.map(([type, length]) => {
    at += length;
    return MAKERS[type](bytes.slice(at - length, at).buffer);
  });
  return { header: described.header, sections };
}
