/** @module What somebody typed into the form of an adapter, read by its definition. */
import type { FieldProblem } from '../../kernel/denial.ts';
import type { ShopAdapter, ShopConnector, ShopSetting } from '../../ports/shop-adapter.ts';
import { callFault, type CallFault } from '../../ports/call-fault.ts';
import { codeWord } from '../../kernel/codes.ts';
import { quoted, type Said } from '../../kernel/said.ts';
import { shopConnectionTexts as t } from './texts.ts';

export type Given = ReadonlyMap<string, string>;

/** Settings as they are kept. */
export interface ReadSettings {
  readonly plain: readonly { readonly name: string; readonly value: string }[];
  readonly secrets: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

/** What stood there before, for secrets that are not typed again. */
export interface Former {
  readonly plain: Given;
  readonly secrets: Readonly<Record<string, string>>;
}

/** Only from http:// or https:// to the end of the path; the slash at its end is not said. */
const tidyAddress = (value: string): string => (/[?#]/.test(value) ? value : value.replace(/\/+$/, ''));

const tidy = ({ kind }: ShopSetting, value = ''): string =>
  kind === 'ADDRESS' ? tidyAddress(value.trim()) : value.trim();

function faultOfAddress(connector: ShopConnector, value: string): CallFault | undefined {
  return /[?#]/.test(value) ? 'ADDRESS_UNREADABLE' : connector.addressFault(value);
}

function problemOf(setting: ShopSetting, value: string, connector: ShopConnector): Said | undefined {
  if (value === '') return setting.required ? t.fillIn : undefined;
  if (setting.choices && !Object.hasOwn(setting.choices, value)) return t.chooseOne;
  const fault = setting.kind === 'ADDRESS' ? faultOfAddress(connector, value) : undefined;
  return fault && quoted(codeWord(callFault, fault));
}

/**
 * Reads what was given. A secret that is left empty stays as it was, unless an address has changed: whoever may change
 * the address, but does not know the secret, could have it sent to themselves.
 */
export function readSettings(
  { settings }: ShopAdapter,
  given: Given,
  { connector, former }: { readonly connector: ShopConnector; readonly former: Former | undefined },
): ReadSettings {
  const entries = Object.entries(settings);
  const values = new Map(entries.map(([name, setting]) => [name, tidy(setting, given.get(name))] as const));
  for (const [name, { kind, choices }] of entries)
    if (kind === 'CHOICE' && !values.get(name)) values.set(name, Object.keys(choices ?? {})[0] ?? '');
  const moved = entries.some(([name, { kind }]) => kind === 'ADDRESS' && values.get(name) !== former?.plain.get(name));
  const problems: FieldProblem[] = [...given.keys()]
    .filter((name) => !Object.hasOwn(settings, name))
    .map((name) => ({ path: `settings.${name}`, text: t.noSuchSetting }));
  for (const [name, setting] of entries) {
    const kept = setting.kind === 'SECRET' && !values.get(name) ? former?.secrets[name] : undefined;
    if (kept !== undefined && !moved) values.set(name, kept);
    const problem = kept !== undefined && moved ? t.again : problemOf(setting, values.get(name) ?? '', connector);
    if (problem) problems.push({ path: `settings.${name}`, text: problem });
  }
  const said = entries.flatMap(([name, { kind }]) => {
    const value = values.get(name);
    return value ? [{ name, value, kind }] : [];
  });
  return {
    plain: said.filter(({ kind }) => kind !== 'SECRET').map(({ name, value }) => ({ name, value })),
    secrets: Object.fromEntries(said.filter(({ kind }) => kind === 'SECRET').map(({ name, value }) => [name, value])),
    problems,
  };
}
