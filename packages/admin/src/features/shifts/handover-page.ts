/**
 * @module One hand-over (form F2): written by who goes, read and ticked by who comes.
 */
import { html, nothing } from 'lit';
import { clientContext, directoryContext, navigationContext, Use } from '../../desk/contexts.ts';
import { nameOf } from '../../desk/directory.ts';
import { RowOffers } from '../../desk/offers.ts';
import '../../desk/panels.ts';
import { handoverDetail } from '../../desk/slots.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { handover as handoverDocument, type HandoverRead } from './data.ts';
import './handover-form.ts';
import './handover-view.ts';
import { shiftWords } from './words.ts';

export class DeskHandover extends DeskElement {
  static override properties = { params: { attribute: false } };
  static override styles = [base, controls, states, tables];

  params: Readonly<Record<string, string | undefined>> = {};
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #handover = new Loader(this, {
    args: () => (this.params['id'] ? ([this.params['id']] as const) : undefined),
    load: ([id]) => this.#client.value.query(handoverDocument, { id }),
  });
  readonly #offers = new RowOffers(this, {
    client: () => this.#client.value,
    entity: 'Handover',
    rows: () => (this.#handover.value ? [this.#handover.value] : []),
  });

  #changed({ detail }: CustomEvent<{ handover: HandoverRead; text: string }>): void {
    this.#handover.set(detail.handover);
    if (detail.text) toast(this, { kind: 'ok', text: detail.text });
  }

  override render() {
    const missing = emptyState({ icon: 'search', title: this.words(shiftWords).handoverMissing, isPage: true });
    if (this.#handover.problem?.code === 'NOT_FOUND') return missing;
    return html`<div
      class="page">${loaded(this.#handover, this.language, (handover) => (handover ? this.#render(handover) : missing), { isPage: true })}</div>`;
  }

  #render(handover: HandoverRead) {
    const words = this.words(shiftWords);
    const store = this.#directory.value.stores.get(handover.storeId)?.name ?? handover.storeId;
    const facts = [
      this.language.code('HandoverState', handover.state),
      handover.submittedAt ? words.sentAt(this.language.moment(handover.submittedAt)) : '',
      handover.acknowledgedAt
        ? words.acknowledgedBy(
            nameOf(this.#directory.maybe, handover.acknowledgedById),
            this.language.moment(handover.acknowledgedAt),
          )
        : '',
    ].filter(Boolean);
    return html`<div class="page-head">
        <a class="button plain icon-only" href=${this.#navigation.value.href('/shifts')}
          aria-label=${words.back}>${icon('back')}</a>
        <h1>${words.handover} · ${words.handoverOf(nameOf(this.#directory.maybe, handover.giverId), store)}</h1>
      </div>
      <p class="muted">${facts.join(' · ')}</p>
      ${
        this.#offers.allows(handover, 'editHandover')
          ? html`<desk-admin-handover-form .handover=${handover}
            @desk-handover=${this.#changed}></desk-admin-handover-form>`
          : html`<desk-admin-handover-view .handover=${handover}
            @desk-handover=${this.#changed}></desk-admin-handover-view>`
      }
      ${handover.remark ? html`<p>${words.remark}: ${handover.remark}</p>` : nothing}
      <div class="card padded not-printed"><desk-admin-panels .place=${handoverDetail}
        .subject=${handover}></desk-admin-panels></div>`;
  }
}

define('desk-admin-handover', DeskHandover);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-handover': DeskHandover;
  }
}
