/**
 * @module Who reads what is personal (R-SEC-01). A field says its kind once, with its schema; every door that shows a
 * value (GraphQL, the generic calls, live events, files, the audit trail) asks this module, and nobody else decides.
 */
import type { Actor } from './actor.ts';
import { pageAddress } from './page-address.ts';

interface Kind {
  /** Any of these permissions reads the value whole, without a reason. */
  readonly whole: readonly string[];
  /** Any of these permissions reads it masked; everybody else of the staff gets nothing. */
  readonly masked: readonly string[];
  /** What is left of the value for a reader of the masked form, and in the audit trail. */
  readonly mask: (value: string) => string;
  /** What of a value is ever shown to staff, where older rows may hold more. */
  readonly shown?: (value: string) => string | null;
  /** This permission shows it whole for a reason that the audit trail keeps. */
  readonly revealed?: 'data.reveal';
  /** The masked form is for every member of staff, so the field is never null. */
  readonly always?: true;
}

/** `lily@example.com` → `l***@example.com`. */
export function maskEmail(email: string): string {
  const at = email.indexOf('@');
  return at < 1 ? '***' : `${[...email][0]}***${email.slice(at)}`;
}

/** Keeps the first three and the last four digits: `138****1234`. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length < 8 ? '****' : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

/** `Lily Wang` → `L***`, `王小明` → `王***`. */
export const maskName = (name: string): string => (name ? `${[...name][0]}***` : '');

const EMAIL_IN_TEXT = /[\p{L}\p{N}._%+-]+[@＠][\p{L}\p{N}.-]+/gu;
const PHONE_IN_TEXT = /(?<![\p{L}\p{N}])[+＋]?\d(?:[\s().-]?\d){6,14}(?![\p{L}\p{N}])/gu;

/** A text that people wrote, without the e-mail addresses and numbers in it. */
export const maskText = (text: string): string =>
  text.replace(EMAIL_IN_TEXT, (found) => maskEmail(found.replace('＠', '@'))).replace(PHONE_IN_TEXT, maskPhone);

const PHONE = /^(?:\+\d[\d\s()-]{6,}|1[3-9]\d{9})$/;

/** An id stays as it is, unless it is an e-mail address or a phone number. */
const maskIdentifier = (id: string): string => (id.includes('@') ? maskEmail(id) : PHONE.test(id) ? maskPhone(id) : id);

const nothing = () => '';

/**
 * The kinds of personal data with their readers. The permissions come from the matrix of the domain model (3.13):
 * `contact.read` are those who serve customers, `address.read` those who serve or ship, `data.reveal` is there by name.
 */
export const PERSONAL_KINDS = {
  /** What a person is called: needed by whoever opens customer files, and by whoever writes a parcel's label. */
  name: { whole: ['customer.read', 'address.read'], masked: [], mask: maskName, always: true },
  email: { whole: [], masked: ['contact.read', 'data.reveal'], mask: maskEmail, revealed: 'data.reveal' },
  phone: { whole: [], masked: ['contact.read', 'data.reveal'], mask: maskPhone, revealed: 'data.reveal' },
  /** The last digits of a phone, by which a customer on the phone is found (form F4). */
  phoneTail: { whole: ['contact.read'], masked: [], mask: nothing },
  address: { whole: ['address.read'], masked: [], mask: nothing },
  /** Provider and last digits of a card: for those who change payments, and for finance, who pays back. */
  card: { whole: ['contact.read', 'refund.confirm'], masked: [], mask: nothing },
  /** The page from which somebody wrote. */
  page: { whole: ['contact.read'], masked: [], mask: nothing, shown: pageAddress },
  /** A channel's name of a customer, which on some channels is an e-mail address or a phone number. */
  identifier: { whole: ['customer.read'], masked: [], mask: maskIdentifier, shown: maskIdentifier },
  /** What an agent wrote down of a contact with a customer. */
  note: { whole: [], masked: ['contact.read', 'data.reveal'], mask: maskText },
  /** The sign-in address of a colleague. */
  staffEmail: { whole: ['staff.manage'], masked: [], mask: maskEmail, always: true },
} as const satisfies Record<string, Kind>;

/** A kind of personal data; see {@link PERSONAL_KINDS}. */
export type PersonalKind = keyof typeof PERSONAL_KINDS;

const ruleOf = (kind: PersonalKind): Kind => PERSONAL_KINDS[kind];
const hasAny = (permissions: ReadonlySet<string>, wanted: readonly string[]) =>
  wanted.some((permission) => permissions.has(permission));

/** How much of a kind an actor reads. Shoppers reach only what is their own, so they read it whole. */
export function readingOf(kind: PersonalKind, actor: Actor): 'whole' | 'masked' | 'nothing' {
  if (actor.kind === 'rule') return readingOf(kind, actor.reader);
  if (actor.kind !== 'staff') return actor.kind === 'anonymous' ? 'nothing' : 'whole';
  const { whole, masked, always } = ruleOf(kind);
  if (hasAny(actor.permissions, whole)) return 'whole';
  return always || hasAny(actor.permissions, masked) ? 'masked' : 'nothing';
}

/** Whether a value of this kind may be missing for some readers: its field is then nullable. */
export const maySeeNothing = (kind: PersonalKind): boolean => !ruleOf(kind).always;

/** A value of a kind as the actor may read it; null where it is not theirs to read. */
export function readPersonal(kind: PersonalKind, value: unknown, actor: Actor): unknown {
  if (value === null || value === undefined) return value;
  const reading = readingOf(kind, actor);
  const { mask, shown } = ruleOf(kind);
  if (reading === 'whole') return shown && typeof value === 'string' ? shown(value) : value;
  return reading === 'masked' && typeof value === 'string' ? mask(value) : null;
}

/** A text of a kind as the actor may read it; empty where it is not theirs to read. */
export const readText = (kind: PersonalKind, value: string, actor: Actor): string =>
  (readPersonal(kind, value, actor) as string | null) ?? '';

/** A value of a kind as it may be kept where it stays for ever: nobody reads it whole again. */
export const keptOf = (kind: PersonalKind, value: unknown): unknown =>
  typeof value === 'string' ? ruleOf(kind).mask(value) : null;

/** What the names inside a record of JSON say about the values under them. */
const RECORD_KEYS: Readonly<Record<string, PersonalKind>> = {
  address: 'address',
  line1: 'address',
  line2: 'address',
  city: 'address',
  postalCode: 'address',
  email: 'email',
  contactEmail: 'email',
  phone: 'phone',
  phoneTail: 'phoneTail',
  contact: 'note',
  givenName: 'name',
  familyName: 'name',
  customerName: 'name',
  customerNick: 'name',
  lastFour: 'card',
  pageUrl: 'page',
};

const LOOKS_LIKE_EMAIL = /^[^\s@]+@[^\s@]+$/;

/** A record of JSON as the actor may read it: by the names of its parts, and e-mail addresses under any name. */
export function readRecord(value: unknown, actor: Actor): unknown {
  if (actor.kind !== 'staff') return value;
  if (typeof value === 'string') return LOOKS_LIKE_EMAIL.test(value) ? readPersonal('email', value, actor) : value;
  if (Array.isArray(value)) return value.map((item) => readRecord(item, actor));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const kind = Object.hasOwn(RECORD_KEYS, key) ? RECORD_KEYS[key] : undefined;
      return [key, kind ? readPersonal(kind, inner, actor) : readRecord(inner, actor)];
    }),
  );
}
