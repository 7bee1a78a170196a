/**
 * @module What differs between this version, as it is being edited, and another one.
 */
import { html } from 'lit';
import { clientContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { define } from '../../kit/element.ts';
import { selectField } from '../../kit/field.ts';
import { Loader } from '../../kit/loader.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { policyInForce, policyPack, policyVersions, SHIPPED } from './data.ts';
import { differenceList, differenceStyle } from './difference-list.ts';
import { PolicySection } from './section-element.ts';
import { policyWords } from './words.ts';
import { changesWords } from './changes-words.ts';

const MOST_VERSIONS = 30;

interface Other {
  readonly value: string;
  readonly label: string;
}

export class DeskPolicyChanges extends PolicySection {
  static override properties = { ...PolicySection.properties, against: { state: true } };
  static override styles = [base, controls, states, tables, differenceStyle];

  against = '';
  readonly #client = new Use(this, clientContext);
  readonly #others = new Loader(this, {
    args: () =>
      this.store && this.pack
        ? ([this.store.id, this.version, this.pack.code, this.editable, this.language] as const)
        : undefined,
    load: ([storeId, version, code]) => this.#load(storeId, version, code),
  });
  readonly #other = new Loader(this, {
    args: () => (this.#chosen ? ([this.#chosen] as const) : undefined),
    load: async ([version]) => (await this.#client.value.query(policyPack, { version })).pack,
  });

  async #load(storeId: string, version: string, code: string): Promise<readonly Other[]> {
    const client = this.#client.value;
    const [{ layers }, { nodes }] = await Promise.all([
      client.query(policyInForce, { storeId }),
      client.query(policyVersions, { first: MOST_VERSIONS, filter: { packCode: { eq: code } } }),
    ]);
    const [words, names] = [this.words(changesWords), this.words(policyWords)];
    const ruling = layers
      .filter(({ layer }) => layer === this.pack.layer)
      .map(({ version: value, name, number }) => ({
        value,
        label: `${number === null ? this.language.of(name) : names.versionOf(this.language.of(name), number)} · ${words.inForce}`,
      }));
    const basedOn = this.row?.basedOn;
    const own = nodes.map(({ id, name, number, state }) => ({
      value: id,
      label: `${names.versionOf(this.language.of(name), number)} · ${this.language.code('PolicyVersionState', state)}`,
    }));
    const base =
      basedOn && basedOn.startsWith(SHIPPED)
        ? [{ value: basedOn, label: `${words.base} (${basedOn.slice(SHIPPED.length)})` }]
        : [];
    const all = [...ruling, ...base, ...own].filter(({ value }) => value !== version);
    const unique = [...new Map(all.toReversed().map((one) => [one.value, one])).values()].toReversed();
    return this.editable ? [...unique, { value: version, label: words.saved }] : unique;
  }

  get #chosen(): string {
    const others = this.#others.value ?? [];
    return others.some(({ value }) => value === this.against) ? this.against : (others[0]?.value ?? '');
  }

  override render() {
    const words = this.words(changesWords);
    return html`${loaded(this.#others, this.language, (others) =>
      others.length === 0
        ? emptyState({ icon: 'copy', title: words.none, text: words.noneText })
        : html`<section class="card padded" aria-label=${this.words(policyWords).tabs.changes}>
            <h2>${this.words(policyWords).tabs.changes}</h2>
            ${selectField({ id: 'against', label: words.against, value: this.#chosen, choices: others, onInput: (against) => (this.against = against) })}
            ${loaded(this.#other, this.language, (before) => differenceList(before, this.pack, this.language))}
          </section>`,
    )}`;
  }
}

define('desk-admin-policy-changes', DeskPolicyChanges);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-policy-changes': DeskPolicyChanges;
  }
}
