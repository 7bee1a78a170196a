import { html, nothing } from 'lit';
import type { PolicyPack } from '@shopdesk/core/policies';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField, checksField, selectField } from '../../kit/field.ts';
import { Loader } from '../../kit/loader.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import {
  draftPolicy,
  policyInForce,
  policyPack,
  shippedPolicies,
  type InForce,
  type LayerInForce,
  type ShippedPolicy,
} from './data.ts';
import { fileField, fileErrors } from './file-field.ts';
import { promiseOf, promisable } from './promise-pack.ts';
import { PolicyFile } from './policy-file.ts';
import { policyWords } from './words.ts';

type Kind = 'PROMISE' | 'PACK' | 'FILE';
interface Bases {
  readonly inForce: InForce;
  readonly shipped: readonly ShippedPolicy[];
  readonly platform: PolicyPack | undefined;
}

/**
 * @summary Begins a draft: a store's promise, a new version of a pack, or what a file holds.
 * @event {VersionItem} desk-drafted - It is there.
 */
export class DeskPolicyDraftDialog extends DeskElement {
  static override properties = {
    storeId: {},
    from: {},
    kind: { state: true },
    basedOn: { state: true },
    scope: { state: true },
    chosen: { state: true },
    note: { state: true },
    tried: { state: true },
  };
  static override styles = [base, controls, states, tables];

  storeId = '';
  /** The version to begin from; then nothing else is asked. */
  from = '';
  kind: Kind = 'PROMISE';
  basedOn = '';
  scope: string | undefined;
  chosen: readonly string[] = [];
  note = '';
  tried = false;
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #act = new Act(this);
  readonly #file = new PolicyFile(this, () => this.#client.value);
  readonly #bases = new Loader(this, {
    args: () => (this.storeId ? ([this.storeId] as const) : undefined),
    load: async ([storeId]): Promise<Bases> => {
      const client = this.#client.value;
      const [inForce, { packs }] = await Promise.all([
        client.query(policyInForce, { storeId }),
        client.query(shippedPolicies, {}),
      ]);
      const above = inForce.layers.find(({ layer }) => layer === 'PLATFORM');
      const platform = above && (await client.query(policyPack, { version: above.version })).pack;
      return { inForce, shipped: packs.filter(({ layer }) => layer !== 'STATUTORY'), platform };
    },
  });

  get #scope(): string {
    return this.scope ?? this.storeId;
  }

  #packOf({ platform }: Bases): PolicyPack | undefined {
    if (this.kind === 'FILE') return this.#file.pack;
    const store = this.#directory.value.stores.get(this.storeId);
    const day = new Date().toISOString().slice(0, 10);
    return platform && this.chosen.length > 0
      ? promiseOf(platform, this.chosen, { name: store?.name ?? '', day })
      : undefined;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const bases = this.#bases.value;
    if (!bases) return;
    this.tried = true;
    const shared = {
      ...(this.#scope ? { storeId: this.#scope } : {}),
      ...(this.note.trim() ? { note: this.note.trim() } : {}),
    };
    const basedOn = this.from || this.basedOn || this.#choices(bases)[0]?.value;
    const pack = this.from || this.kind === 'PACK' ? undefined : this.#packOf(bases);
    if (!this.from && this.kind !== 'PACK' && !pack) return;
    const draft = await this.#act.run(
      this.#client.value,
      draftPolicy,
      pack ? { ...shared, pack } : { ...shared, ...(basedOn ? { basedOn } : {}) },
    );
    if (!draft) return;
    toast(this, { kind: 'ok', text: this.words(policyWords).created });
    this.tell('desk-drafted', draft);
  }

  #choices({ inForce, shipped }: Bases) {
    const words = this.words(policyWords);
    const name = ({ name: text, number }: LayerInForce) =>
      number === null ? this.language.of(text) : words.versionOf(this.language.of(text), number);
    const ruling = inForce.layers
      .filter(({ layer }) => layer !== 'STATUTORY')
      .map((layer) => ({ value: layer.version, label: `${name(layer)} · ${words.inForce}` }));
    const others = shipped.filter(({ version }) => !ruling.some(({ value }) => value === version));
    return [
      ...ruling,
      ...others.map(({ version, name: text }) => ({
        value: version,
        label: `${this.language.of(text)} · ${words.shipped}`,
      })),
    ];
  }

  override render() {
    const words = this.words(policyWords);
    const { busy, problem } = this.#act;
    const dirty = this.note !== '' || this.chosen.length > 0 || this.#file.pack !== undefined;
    return html`<desk-admin-dialog open heading=${words.newTitle} ?dirty=${dirty}>
      ${loaded(
        this.#bases,
        this.language,
        (bases) => html`<form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(problem, this.language)} ${problem?.fields.map(({ path, message }) => html`<p class="error">${path}: ${message}</p>`)}
        ${this.from ? nothing : this.#renderKind(bases)} ${this.#renderScope()}
        ${areaField({ id: 'note', label: words.note, value: this.note, maxLength: 2000, onInput: (note) => (this.note = note) })}
      </form>`,
      )}
      <button slot="actions" class="button primary" form="form"
        aria-disabled=${busy || !this.#bases.value}>${words.create}</button>
    </desk-admin-dialog>`;
  }

  #renderKind(bases: Bases) {
    const words = this.words(policyWords);
    const kinds = (['PROMISE', 'PACK', 'FILE'] as const).map((value) => ({ value, label: words.draftKinds[value] }));
    const choices = this.#choices(bases);
    return html`${selectField<Kind>({ id: 'kind', label: words.draftKind, value: this.kind, choices: kinds, onInput: (kind) => (this.kind = kind || 'PROMISE') })}
      ${this.kind === 'PACK' ? selectField({ id: 'based-on', label: words.basedOn, value: this.basedOn || (choices[0]?.value ?? ''), choices, onInput: (version) => (this.basedOn = version) }) : nothing}
      ${
        this.kind === 'PROMISE' && bases.platform
          ? checksField({
              id: 'tables',
              label: words.promiseTables,
              hint: words.promiseTablesHint,
              value: this.chosen,
              error: this.tried && this.chosen.length === 0 ? words.chooseTable : undefined,
              choices: promisable(bases.platform).map(({ code, title }) => ({
                value: code,
                label: this.language.of(title),
              })),
              onInput: (chosen) => (this.chosen = chosen),
            })
          : nothing
      }
      ${this.kind === 'FILE' ? html`${fileField({ language: this.language, read: (text) => void this.#file.read(text, this.storeId) })} ${fileErrors(this.#file.errors, this.language)}` : nothing}`;
  }

  #renderScope() {
    const words = this.words(policyWords);
    const stores = [...this.#directory.value.stores.values()].map(({ id, name }) => ({ value: id, label: name }));
    return selectField({
      id: 'scope',
      label: words.forStore,
      value: this.#scope,
      choices: stores,
      empty: words.allStores,
      onInput: (scope) => (this.scope = scope),
    });
  }
}

define('desk-admin-policy-draft-dialog', DeskPolicyDraftDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-policy-draft-dialog': DeskPolicyDraftDialog;
  }
}
