import { html } from 'lit';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { define } from '../../kit/element.ts';
import { selectField, textField } from '../../kit/field.ts';
import { LANGUAGE_NAMES, LOCALES } from '../../kit/language.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { tables } from '../../kit/table-style.ts';
import { browserZone, countryField } from './country-field.ts';
import { countryProposal, type StoreItem } from './data.ts';
import { saveBar } from './save-bar.ts';
import { StoreSection } from './store-section.ts';
import { storeWords } from './words.ts';

const ZONES = Intl.supportedValuesOf('timeZone');
const CURRENCIES = ['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'HKD', 'TWD', 'KRW', 'SGD', 'AUD', 'CAD'];
const PACKS = ['GENERIC', 'TMALL', 'AMAZON', 'ALIBABA_B2B'];

/** The packs that the desk ships, and the store's own. */
const packChoices = (own: string) => [...new Set([...PACKS, own])].map((value) => ({ value, label: value }));

export class DeskStoreGeneral extends StoreSection {
  static override styles = [base, controls, tables];

  /** What follows from a country is put into the form, where it may be changed before it is saved. */
  async #goTo(country: string): Promise<void> {
    if (!country) return;
    this.set({ country });
    const said = await this.client.value.query(countryProposal, { country, near: browserZone() });
    const { serviceHours, officeHours, ...rest } = said;
    const first = this.store.country === null && this.store.serviceHours.length === 0;
    if (this.now.country === country) this.set(first ? { ...rest, serviceHours, officeHours } : rest);
  }

  override render() {
    const words = this.words(storeWords);
    const disabled = !this.mayChange;
    const { now, problem } = this;
    const text = (
      id: 'name' | 'timeZone' | 'currency',
      label: string,
      more: { hint?: string; list?: readonly string[] } = {},
    ) =>
      textField({
        id,
        label,
        value: now[id],
        required: true,
        disabled,
        error: fieldMessage(problem, id),
        onInput: (value) => this.set({ [id]: value }),
        ...more,
      });
    return html`<form class="stack" novalidate @submit=${(event: Event) => void this.save(event)}>
      ${problemNotice(problem, this.language)}
      <div class="two">
        ${text('name', words.name)} ${textField({ id: 'key', label: words.key, hint: words.keyHint, value: now.key, disabled: true, onInput: () => undefined })}
        ${countryField({ language: this.language, value: now.country ?? '', disabled, error: fieldMessage(problem, 'country'), onInput: (country) => void this.#goTo(country) })}
        ${text('timeZone', words.timeZone, { hint: words.timeZoneHint, list: ZONES })}
        ${selectField({ id: 'locale', label: words.locale, value: now.locale, disabled, choices: LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })), onInput: (locale) => this.set({ locale: locale || now.locale }) })}
        ${text('currency', words.currency, { list: CURRENCIES })}
        ${selectField({ id: 'profile', label: words.profile, value: now.profile, disabled, choices: this.language.choices<StoreItem['profile']>('StoreProfile'), onInput: (profile) => this.set({ profile: profile || now.profile }) })}
        ${selectField({ id: 'policyPack', label: words.policyPack, value: now.policyPack, disabled, choices: packChoices(this.store.policyPack), error: fieldMessage(problem, 'policyPack'), onInput: (policyPack) => this.set({ policyPack: policyPack || now.policyPack }) })}
        ${selectField({ id: 'region', label: words.region, value: now.region, disabled, choices: this.language.choices<StoreItem['region']>('StoreRegion'), onInput: (region) => this.set({ region: region || now.region }) })}
      </div>
      ${disabled ? '' : saveBar({ language: this.language, dirty: this.dirty, busy: this.act.busy, reset: () => (this.draft = {}) })}
    </form>`;
  }
}

define('desk-admin-store-general', DeskStoreGeneral);
