/**
 * @module One meaning of SQL values on both databases: how a value is sent, and what a column comes back as.
 * int8 and numeric are numbers, instants ISO 8601 strings in UTC with milliseconds, json is parsed, bytea a Uint8Array.
 */

/** What travels to the database for one parameter. */
export type EncodedValue = string | Uint8Array | null;

/** Encodes a parameter: arrays become SQL arrays, other objects JSON (send a JSON array as a JSON text). */
export function encodeValue(value: unknown): EncodedValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return String(value);
  if (value instanceof Uint8Array) return value;
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? arrayLiteral(value) : JSON.stringify(value);
}

function arrayLiteral(values: readonly unknown[]): string {
  return `{${values.map(arrayElement).join(',')}}`;
}

function arrayElement(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return arrayLiteral(value);
  const text = value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : String(encodeValue(value));
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

export type Decoder = (text: string) => unknown;

const isText: Decoder = (text) => text;

function integer(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number.`);
  return value;
}

const UTC_INSTANT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.(\d{1,6}))?\+00$/;

/** Reads `2026-11-22 07:30:45.304+00`; fractions beyond milliseconds are cut off. */
export function instantFromText(text: string): string {
  const utc = UTC_INSTANT.exec(text);
  if (utc) return `${text.slice(0, 10)}T${text.slice(11, 19)}.${(utc[1] ?? '').slice(0, 3).padEnd(3, '0')}Z`;
  const parsed = new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  return Number.isNaN(parsed.getTime()) ? text : parsed.toISOString();
}

const bytes: Decoder = (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex'));

const SCALARS: Readonly<Record<number, Decoder>> = {
  16: (text) => text === 't',
  17: bytes,
  20: integer,
  21: Number,
  23: Number,
  26: Number,
  114: JSON.parse,
  700: Number,
  701: Number,
  1184: instantFromText,
  1700: Number,
  3802: JSON.parse,
};

/** Array types by the type of their elements. */
const ARRAYS: Readonly<Record<number, number>> = {
  199: 114,
  1000: 16,
  1001: 17,
  1005: 21,
  1007: 23,
  1009: 25,
  1015: 1043,
  1016: 20,
  1021: 700,
  1022: 701,
  1182: 1082,
  1185: 1184,
  1231: 1700,
  2951: 2950,
  3807: 3802,
};

/** The decoder of a column, by the object id of its type; unknown types stay text. */
export function decoderOf(typeId: number): Decoder {
  const element = ARRAYS[typeId];
  if (element === undefined) return SCALARS[typeId] ?? isText;
  const decode = SCALARS[element] ?? isText;
  return (text) => new ArrayReader(text, decode).read();
}

class ArrayReader {
  readonly #text: string;
  readonly #decode: Decoder;
  #at: number;

  constructor(text: string, decode: Decoder) {
    this.#text = text;
    this.#decode = decode;
    // A lower bound other than 1 is printed before the braces: [0:1]={a,b}
    this.#at = text.indexOf('{');
  }

  read(): unknown[] {
    const values: unknown[] = [];
    this.#at += 1;
    while (this.#text[this.#at] !== '}') {
      if (this.#at >= this.#text.length) throw new SyntaxError(`Not an array: ${this.#text}`);
      if (this.#text[this.#at] === ',') this.#at += 1;
      else values.push(this.#element());
    }
    this.#at += 1;
    return values;
  }

  #element(): unknown {
    if (this.#text[this.#at] === '{') return this.read();
    if (this.#text[this.#at] === '"') return this.#decode(this.#quoted());
    const start = this.#at;
    while (this.#at < this.#text.length && !',}'.includes(this.#text[this.#at] as string)) this.#at += 1;
    const plain = this.#text.slice(start, this.#at);
    return plain === 'NULL' ? null : this.#decode(plain);
  }

  #quoted(): string {
    let value = '';
    for (this.#at += 1; this.#at < this.#text.length && this.#text[this.#at] !== '"'; this.#at += 1) {
      if (this.#text[this.#at] === '\\') this.#at += 1;
      value += this.#text[this.#at];
    }
    this.#at += 1;
    return value;
  }
}
