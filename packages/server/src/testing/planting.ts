/**
 * @module Rows and values in which every string can be recognised: for tests that look where personal data comes out.
 */
import { marksOf, PERSONAL_KINDS, type BaseRow, type Entity, type PersonalKind } from '@shopdesk/core';
import { z } from 'zod';

export interface Planted {
  readonly path: string;
  readonly kind: PersonalKind;
  readonly text: string;
}

/** Strings that are read as something. */
const FORMED: Readonly<Record<string, string>> = {
  currency: 'USD',
  '.month': '2025-03',
  '.from': '09:00',
  '.to': '18:00',
  '.timezone': 'Asia/Shanghai',
};

const AT = '2025-03-10T00:30:00.000Z';

/** A text of each kind that stands nowhere else. */
const TEXTS: Record<PersonalKind, (n: number) => string> = {
  name: (n) => `Planta${n}ta`,
  email: (n) => `e${n}e@planted.example`,
  phone: (n) => `139${String(40_000_000 + n)}`,
  phoneTail: (n) => `t${n}t`,
  address: (n) => `Planted Street ${n}.`,
  card: (n) => `plantcard${n}d`,
  page: (n) => `https://planted.example/p${n}p`,
  identifier: (n) => `i${n}i@planted.example`,
  note: (n) => `called n${n}n@planted.example`,
  staffEmail: (n) => `s${n}s@planted.example`,
};

export class Planting {
  readonly all: Planted[] = [];
  /** Paths whose masked form was found. */
  readonly masked = new Set<string>();
  #ids: Readonly<Record<string, string>> = {};

  /** Ids of rows that are there already. */
  refer(ids: Readonly<Record<string, string>>): void {
    this.#ids = ids;
  }

  row({ name, schema }: Entity): BaseRow {
    const row = this.value(name, schema) as Record<string, unknown>;
    return {
      ...row,
      id: `planted-${name}`,
      tenantId: 'tenant-1',
      version: 1,
      createdAt: AT,
      updatedAt: AT,
    } as unknown as BaseRow;
  }

  /** A value of a schema with every optional part. */
  value(path: string, schema: z.core.$ZodType, outer?: PersonalKind): unknown {
    const { typeName, personal = outer, instant, ref, personalRecord } = marksOf(schema);
    if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
      return this.value(path, schema.unwrap(), personal);
    if (schema instanceof z.ZodObject)
      return Object.fromEntries(
        Object.entries(schema.shape).map(([field, of]) => [
          field,
          this.value(`${typeName ?? path}.${field}`, of as z.ZodType, personal),
        ]),
      );
    if (schema instanceof z.ZodArray) return [this.value(`${path}[]`, schema.element, personal)];
    if (schema instanceof z.ZodEnum) return schema.options[0];
    if (schema instanceof z.ZodNumber) return 1;
    if (schema instanceof z.ZodBoolean) return true;
    if (schema instanceof z.ZodRecord) return personalRecord || personal ? this.#record(path) : {};
    if (instant) return AT;
    if (ref) return this.#ids[ref] ?? `planted-${ref}`;
    if (schema._zod.def.type !== 'string') return {};
    if (personal) return this.#plant(path, personal);
    if (schema instanceof z.ZodURL) return 'https://planted.example/plain';
    return Object.entries(FORMED).find(([name]) => path.toLowerCase().endsWith(name))?.[1] ?? 'plain';
  }

  /** A customer's data where no schema names it. */
  #record(path: string): unknown {
    const plant = (kind: PersonalKind) => this.#plant(`${path}.*${kind}`, kind);
    return {
      address: { line1: plant('address'), city: plant('address') },
      deep: [{ email: plant('email'), phone: plant('phone'), odd: plant('email') }],
      customerName: plant('name'),
      lastFour: plant('card'),
    };
  }

  #plant(path: string, kind: PersonalKind): string {
    const text = TEXTS[kind](this.all.length);
    this.all.push({ path, kind, text });
    return text;
  }

  /** What of all that was planted stands in a text, whole. */
  foundIn(text: string): Planted[] {
    for (const { path, kind, text: planted } of this.all)
      if (text.includes(`"${PERSONAL_KINDS[kind].mask(planted)}"`)) this.masked.add(path);
    return this.all.filter((planted) => text.includes(planted.text) || text.includes(secretOf(planted)));
  }
}

/** The part of a text that nobody may see who does not read it whole. */
const secretOf = ({ kind, text }: Planted): string => (kind === 'note' ? text.slice('called '.length) : text);
