import { html, nothing, type TemplateResult } from 'lit';
import type { Directory } from '../../desk/directory.ts';
import { selectField, textField } from '../../kit/field.ts';
import type { Language } from '../../kit/language.ts';
import type { Scope } from './data.ts';
import { serviceLevelWords } from './words.ts';

export interface ScopeFieldsOptions {
  readonly scope: Scope;
  readonly language: Language;
  readonly directory: Directory;
  /** What a rule is about does not change; the channel of a preview is not left open. */
  readonly fixed?: boolean;
  readonly needed?: readonly (keyof Scope)[];
  readonly change: (change: Partial<Scope>) => void;
}

/** Controls for what a rule is about; empty stands for any. */
export function scopeFieldsOf({
  scope,
  language,
  directory,
  fixed = false,
  needed = [],
  change,
}: ScopeFieldsOptions): TemplateResult {
  const words = language.words(serviceLevelWords);
  const stores = [...directory.stores.values()].map(({ id, name }) => ({ value: id, label: name }));
  const shared = <K extends keyof Scope>(id: K) => ({
    id,
    disabled: fixed,
    ...(needed.includes(id) ? {} : { empty: words.any }),
  });
  return html`
    ${stores.length > 1 ? selectField({ ...shared('storeId'), label: words.store, value: scope.storeId ?? '', choices: stores, onInput: (storeId) => change({ storeId: storeId || null }) }) : nothing}
    ${selectField({ ...shared('channel'), label: words.channel, value: scope.channel ?? '', choices: language.choices<NonNullable<Scope['channel']>>('Channel'), onInput: (channel) => change({ channel: channel || null }) })}
    ${selectField({ ...shared('intent'), label: words.intent, value: scope.intent ?? '', choices: language.choices<NonNullable<Scope['intent']>>('Intent'), onInput: (intent) => change({ intent: intent || null }) })}
    ${selectField({ ...shared('priority'), label: words.priority, value: scope.priority ?? '', choices: language.choices<NonNullable<Scope['priority']>>('Priority'), onInput: (priority) => change({ priority: priority || null }) })}
    ${textField({ id: 'tier', label: words.tier, hint: words.tierHint, value: scope.tier ?? '', maxLength: 40, disabled: fixed, onInput: (tier) => change({ tier: tier || null }) })}
  `;
}
