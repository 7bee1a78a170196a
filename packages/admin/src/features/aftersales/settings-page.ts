import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, Use } from '../../desk/contexts.ts';
import { loadAll } from '../../desk/load-all.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField } from '../../kit/field.ts';
import { Loader } from '../../kit/loader.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { kitWords } from '../../kit/words.ts';
import { returnAddresses, setReturnAddress, type Address } from './data.ts';
import { caseWords } from './words.ts';

/** @summary Where goods of each store come back to. */
export class DeskCaseSettings extends DeskElement {
  static override properties = { drafts: { state: true }, saving: { state: true } };
  static override styles = [base, controls, states, tables];

  drafts: Readonly<Record<string, string>> = {};
  /** The store whose address was sent last. */
  saving = '';
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #act = new Act(this);
  readonly #addresses = new Loader(this, {
    args: () => [] as const,
    load: () => loadAll((page) => this.#client.value.query(returnAddresses, page)),
  });

  async #save(event: Event, storeId: string): Promise<void> {
    event.preventDefault();
    this.saving = storeId;
    const saved = await this.#act.run(this.#client.value, setReturnAddress, {
      storeId,
      text: this.drafts[storeId] ?? '',
    });
    if (!saved) return;
    const { [storeId]: _saved, ...others } = this.drafts;
    this.drafts = others;
    this.#addresses.set([...(this.#addresses.value ?? []).filter((one) => one.storeId !== storeId), saved]);
    toast(this, { kind: 'ok', text: this.words(caseWords).saved });
  }

  override render() {
    const words = this.words(caseWords);
    return html`<div class="page">
      <div class="page-head"><h1>${words.settings}</h1></div>
      <p>${words.addressIntro}</p>
      ${loaded(
        this.#addresses,
        this.language,
        (addresses) =>
          html`${repeat(
            this.#directory.maybe?.stores.values() ?? [],
            ({ id }) => id,
            ({ id, name }) => this.#renderStore(id, name, addresses),
          )}`,
      )}
      <p class="hint">${words.limits}</p>
    </div>`;
  }

  #renderStore(storeId: string, name: string, addresses: readonly Address[]) {
    const words = this.words(caseWords);
    const known = addresses.find((one) => one.storeId === storeId)?.text ?? '';
    const draft = this.drafts[storeId] ?? known;
    const problem = this.saving === storeId ? this.#act.problem : undefined;
    const dirty = draft !== known;
    return html`<form class="card padded" novalidate @submit=${(event: Event) => void this.#save(event, storeId)}>
      ${problemNotice(problem, this.language)}
      ${areaField({ id: `address-${storeId}`, label: words.addressOf(name), value: draft, maxLength: 500, rows: 2, ...(known ? {} : { hint: words.addressNone }), error: fieldMessage(problem, 'text'), onInput: (text) => (this.drafts = { ...this.drafts, [storeId]: text }) })}
      <div><button class="button primary"
        aria-disabled=${!dirty || this.#act.busy}>${this.words(kitWords).save}</button></div>
    </form>`;
  }
}

define('desk-admin-case-settings', DeskCaseSettings);
