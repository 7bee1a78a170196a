/**
 * @module A kind of shop that people connect by themselves: what it asks of them, and how it becomes the desk’s shop
 * port. A feature of the server brings it.
 */
import { ConfigError } from '../kernel/denial.ts';
import { isWorded, type Words } from '../kernel/entity.ts';
import type { CallFault } from './call-fault.ts';
import type { Shop } from './shop.ts';

/** The platform’s own `fetch` for whoever has its type: core is compiled without it. */
export type ShopFetch = typeof globalThis extends { fetch: infer F } ? F : (...given: never[]) => Promise<unknown>;

/** What a setting is: an address is called by the desk, a secret is typed and never shown again. */
export type ShopSettingKind = 'ADDRESS' | 'TEXT' | 'SECRET' | 'CHOICE';

declare const valueType: unique symbol;

/** One thing that a kind of shop must be told; `V` is what `connect` gets. */
export interface ShopSetting<out V extends string | undefined = string | undefined> {
  readonly [valueType]?: V;
  readonly kind: ShopSettingKind;
  /** What it is called. */
  readonly words: Words;
  /** Where people find it, or what it does: one sentence. */
  readonly hint?: Words;
  readonly required: boolean;
  /** What a choice is between, by the value. */
  readonly choices?: Readonly<Record<string, Words>>;
}

/** A name of a setting, with where people find it. */
export interface SettingWords extends Words {
  readonly hint?: Words;
}

const settingOf = (kind: ShopSettingKind, { hint, ...words }: SettingWords): ShopSetting<string> => ({
  kind,
  words,
  required: true,
  ...(hint ? { hint } : {}),
});

/** Where the shop’s server is. Given to `connect` without a slash at its end. */
export const addressSetting = (words: SettingWords): ShopSetting<string> => settingOf('ADDRESS', words);
/** A short text that everybody who configures the store may read. */
export const textSetting = (words: SettingWords): ShopSetting<string> => settingOf('TEXT', words);
/** A password or a key: kept encrypted, and in no answer of the desk. */
export const secretSetting = (words: SettingWords): ShopSetting<string> => settingOf('SECRET', words);
/** One of a few values; without an answer it is the first. */
export const choiceSetting = <const C extends string>(
  words: SettingWords,
  choices: Readonly<Record<C, Words>>,
): ShopSetting<C> => ({ ...settingOf('CHOICE', words), choices }) as ShopSetting<C>;
/** A setting that may be left empty. */
export const optionalSetting = <V extends string>(setting: ShopSetting<V>): ShopSetting<V | undefined> => ({
  ...setting,
  required: false,
});

export type ShopSettings = Readonly<Record<string, ShopSetting>>;
/** What `connect` gets of some settings. */
export type SettingsOf<S extends ShopSettings> = {
  readonly [K in keyof S]: S[K] extends ShopSetting<infer V> ? V : never;
};

/** What the desk gives to an adapter beside the settings. */
export interface ShopTools {
  /** Calls the shop; refuses addresses that nobody may be led to. An adapter makes all its calls by it. */
  readonly fetch: ShopFetch;
}

/** A kind of shop, as the desk keeps it. */
export interface ShopAdapter {
  /** Stands in connections for ever: `VENDURE`. */
  readonly code: string;
  readonly words: Words;
  /** What it is for, and what must be done in the shop first: a sentence or two. */
  readonly about?: Words;
  readonly settings: ShopSettings;
  /** Makes the shop of valid settings. It asks nothing yet: a connection is made anew in every process. */
  connect(settings: Readonly<Record<string, string | undefined>>, tools: ShopTools): Shop;
}

const CODE = /^[A-Z][A-Z0-9_]{1,39}$/;
const NAME = /^[a-z][A-Za-z0-9]{0,39}$/;

/**
 * Declares a kind of shop. @throws ConfigError naming what is missing
 * @example
 * ```ts
 * export const myShop = defineShopAdapter({
 *   code: 'MY_SHOP',
 *   words: { en: 'My shop', zh: '我的商城' },
 *   settings: { url: addressSetting({ en: 'Address', zh: '网址' }), key: secretSetting({ en: 'Key', zh: '密钥' }) },
 *   connect: ({ url, key }, { fetch }) => shopAt({ url, key, fetch }),
 * });
 * ```
 */
export function defineShopAdapter<const S extends ShopSettings>(adapter: {
  readonly code: string;
  readonly words: Words;
  readonly about?: Words;
  readonly settings: S;
  readonly connect: (settings: SettingsOf<S>, tools: ShopTools) => Shop;
}): ShopAdapter {
  const { code, words, about, settings } = adapter;
  const problems = [
    ...(CODE.test(code) ? [] : [`the code of the shop adapter ${code} must be capital letters, digits and _`]),
    ...(isWorded(words) && (!about || isWorded(about)) ? [] : [`the shop adapter ${code} lacks words in a language`]),
    ...Object.entries(settings).flatMap(([name, setting]) => settingProblems(`${code}.${name}`, name, setting)),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  return adapter as unknown as ShopAdapter;
}

function settingProblems(place: string, name: string, { words, hint, kind, choices }: ShopSetting): string[] {
  const said = [words, ...(hint ? [hint] : []), ...Object.values(choices ?? {})];
  return [
    ...(NAME.test(name) ? [] : [`the name of the setting ${place} must be letters and digits`]),
    ...(said.every(isWorded) ? [] : [`the setting ${place} lacks words in a language`]),
    ...((kind === 'CHOICE') === Object.keys(choices ?? {}).length > 0
      ? []
      : [`the setting ${place} lacks its choices`]),
  ];
}

/** How people connect shops by themselves: what kinds there are, and how their secrets are kept. */
export interface ShopConnector {
  readonly adapters: readonly ShopAdapter[];
  /** Whether the operator has given the shop of a store in code, which then stands. */
  isWired(storeId: string): boolean;
  /** Why an address may not be called, as far as one sees without asking. */
  addressFault(address: string): CallFault | undefined;
  /** Encrypts secrets for a store; what is sealed for one store opens for no other. */
  seal(storeId: string, secrets: Readonly<Record<string, string>>): string;
  /** The secrets; undefined where they were sealed by another key than the server has now. */
  open(storeId: string, sealed: string): Readonly<Record<string, string>> | undefined;
}
