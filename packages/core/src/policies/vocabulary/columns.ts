/**
 * @module Short ways to declare the columns of the shipped packs.
 */
import type { InputDefinition, OutputDefinition } from '../table-schema.ts';
import type { Text } from '../text.ts';

/** Names with their labels: `{ CUSTOM: ['定制商品', 'custom-made'] }`. */
export type Choices = Readonly<Record<string, readonly [zh: string, en: string]>>;

type Extra = Omit<Partial<InputDefinition>, 'name' | 'label' | 'type'>;

/** A text from its Chinese and English form. */
export function say(zh: string, en: string): Text {
  return { zh, en };
}

function valuesOf(choices: Choices): { value: string; label: { zh: string; en: string } }[] {
  return Object.entries(choices).map(([value, [zh, en]]) => ({ value, label: { zh, en } }));
}

/** A column with a closed list of names. */
export function choice(name: string, label: Text, choices: Choices, extra: Extra = {}): InputDefinition {
  return { name, label, type: 'enum', values: valuesOf(choices), ...extra };
}

/** A yes/no column; the phrases say what it takes to be so. */
export function flag(name: string, label: Text, whenTrue: Text, whenFalse: Text, extra: Extra = {}): InputDefinition {
  return { name, label, type: 'boolean', whenTrue, whenFalse, ...extra };
}

/** An amount in minor units, never negative unless `min` says otherwise. */
export function amount(name: string, label: Text, extra: Extra = {}): InputDefinition {
  return { name, label, type: 'money', min: 0, ...extra };
}

/** A whole number, never negative. */
export function count(name: string, label: Text, unit: Text, extra: Extra = {}): InputDefinition {
  return { name, label, type: 'number', integer: true, min: 0, unit, ...extra };
}

const UNITS = {
  days: say('天', 'days'),
  businessDays: say('个工作日', 'working days'),
  months: say('个月', 'months'),
};

/** Time between two instants of the case; not known while either is. */
export function since(
  name: string,
  label: Text,
  measure: NonNullable<InputDefinition['derived']>['measure'],
  { from, to = 'at' }: { from: string; to?: string },
): InputDefinition {
  const derived = { measure, from, to };
  if (measure === 'elapsed') return { name, label, type: 'duration', nullable: true, derived };
  if (measure === 'monthDay') return { name, label, type: 'monthDay', nullable: true, derived };
  return { name, label, type: 'number', integer: true, unit: UNITS[measure], nullable: true, derived };
}

/** An output with a closed list of names, from least to most favourable to the consumer where `favour` is given. */
export function answer(
  name: string,
  label: Text,
  choices: Choices,
  favour?: OutputDefinition['favour'],
): OutputDefinition {
  return {
    name,
    label,
    type: favour === 'UNION' ? 'set' : 'enum',
    values: valuesOf(choices),
    ...(favour ? { favour } : {}),
  };
}
