/**
 * @module A tenant to try things out: one store, and one member of staff per role, all with the same known password.
 */
import {
  ConfigError,
  standardRoles,
  Store,
  Tenant,
  User,
  type Desk,
  type Locale,
  type RoleCode,
  type RowOf,
  type SystemActor,
} from '@shopdesk/core';
import { playDemo } from './demo-courses.ts';

/** The password of everybody in the demo. A server in production refuses to start while it works. */
export const DEMO_PASSWORD = 'demo-shopdesk';

/** Somebody of the demo tenant. */
export interface DemoPerson {
  readonly role: RoleCode;
  readonly name: string;
  readonly email: string;
}

export interface DemoSeedOptions {
  /** @defaultValue "demo" */
  readonly storeKey?: string;
  readonly storeName?: string;
  /** Language and currency of the store. @defaultValue the desk's own */
  readonly locale?: Locale;
  readonly currency?: string;
  /** Whose statute applies, and in which zone a day begins. @defaultValue the desk's own */
  readonly region?: 'CN' | 'EU' | 'OTHER';
  readonly timeZone?: string;
  /** The policy pack that judges its orders. @defaultValue the desk's own */
  readonly policyPack?: string;
  /** Pages that may embed the widget. */
  readonly allowedOrigins?: readonly string[];
  /**
   * Whether the features show what they can: work of the last ninety days. For a desk whose timers do not run yet; they
   * would find it late. @defaultValue false
   */
  readonly courses?: boolean;
  /** With what the demo shop signs who its customers are. */
  readonly identityKey?: { readonly issuer: string; readonly kid: string; readonly material: string };
}

/** What the demo consists of. */
export interface DemoSeed {
  readonly tenantId: string;
  readonly store: RowOf<typeof Store>;
  readonly people: readonly DemoPerson[];
}

const SLUG = 'demo';
const ANYBODY: SystemActor = { kind: 'system', tenantId: '', name: 'seed' };

export const demoEmail = (role: RoleCode): string => `${role.toLowerCase()}@demo.shopdesk.example`;

const AUTO_REPLY =
  '您好，我暂时离开一下，回来后马上回复您。/ I am away for a moment and will answer as soon as I am back.';

/** As customers see them. */
const NAMES: Readonly<Record<RoleCode, string>> = {
  PA: 'Lin Xiao',
  AA: 'Chen Mei',
  CO: 'Zhao Rui',
  SM: 'Anna Berg',
  TS: 'Wu Hao',
  FC: 'Sun Li',
  TL: 'Ma Jun',
  SV: 'Grace Hill',
  MG: 'Huang Ying',
  OD: 'Daniel Ross',
  AN: 'Xu Fei',
  QI: 'Maria Costa',
  TR: 'Guo Lan',
  FN: 'Tom Baker',
  WH: 'Hu Bo',
  DL: 'Liu Yan',
  AD: 'Sam Carter',
};

const person = (role: RoleCode): DemoPerson => ({ role, name: NAMES[role], email: demoEmail(role) });

/** Everybody of the demo, one per role. */
export const DEMO_PEOPLE: readonly DemoPerson[] = standardRoles().map(person);

/**
 * Makes whatever of the demo is not there yet; what is there stays as it is. @throws ConfigError when its names are
 * taken
 */
export async function seedDemo(desk: Desk, options: DemoSeedOptions = {}): Promise<DemoSeed> {
  const read = desk.read(ANYBODY);
  const tenant =
    (await read.lookup(Tenant, { slug: SLUG })) ??
    ((await desk.perform(ANYBODY, 'createTenant', { name: 'Demo', slug: SLUG })) as RowOf<typeof Tenant>);
  const system: SystemActor = { ...ANYBODY, tenantId: tenant.id };
  const store = await seedStore(desk, system, options);
  for (const someone of DEMO_PEOPLE) await seedPerson(desk, system, someone);
  if (options.courses) await playDemo(desk, { system, store, emailOf: (role) => demoEmail(role as RoleCode) });
  return { tenantId: tenant.id, store, people: DEMO_PEOPLE };
}

async function seedStore(desk: Desk, system: SystemActor, options: DemoSeedOptions): Promise<RowOf<typeof Store>> {
  const {
    storeKey: key = 'demo',
    storeName: name = 'Demo shop',
    allowedOrigins = [],
    identityKey,
    locale,
    currency,
    region,
    timeZone,
    policyPack,
  } = options;
  const known = await desk.read(system).lookup(Store, { key });
  if (known && known.tenantId !== system.tenantId)
    throw new ConfigError([`the store key ${key} belongs to another tenant`]);
  const settings = {
    name,
    key,
    allowedOrigins,
    locale,
    currency,
    region,
    timeZone,
    policyPack,
    identityIssuer: identityKey?.issuer,
  };
  const store = known ?? ((await desk.perform(system, 'createStore', settings)) as RowOf<typeof Store>);
  if (!identityKey) return store;
  const input = { storeId: store.id, kid: identityKey.kid, algorithm: 'HS256', material: identityKey.material };
  if (!(await desk.check(system, 'addIdentityKey', input))) await desk.perform(system, 'addIdentityKey', input);
  return store;
}

async function seedPerson(desk: Desk, system: SystemActor, { role, name, email }: DemoPerson): Promise<void> {
  if (await desk.read(system).lookup(User, { email })) return;
  const input = {
    name,
    email,
    agentNo: `${role}01`,
    roles: [role],
    languages: ['zh-CN', 'en'],
    autoReplyText: AUTO_REPLY,
    password: DEMO_PASSWORD,
  };
  await desk.perform(system, 'addStaff', input);
}
