/** @module The page of a case: everything about it on one screen, kept fresh while others work on it. */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientContext, directoryContext, liveContext, navigationContext, Use } from '../../desk/contexts.ts';
import { nameOf, zoneOf } from '../../desk/directory.ts';
import { RecordWatch } from '../../desk/record-watch.ts';
import '../../desk/panels.ts';
import { caseDetail } from '../../desk/slots.ts';
import { base } from '../../kit/base-style.ts';
import { SecondHand } from '../../kit/clock.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { facts } from '../../kit/facts.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import './case-record.ts';
import {
  caseStyle,
  deadlineSection,
  decisionSection,
  headLine,
  moneySection,
  parcelSection,
  summarySection,
  type Links,
} from './case-sections.ts';
import './case-steps.ts';
import { afterSalesCase, caseSteps, orderBuyer, type CaseItem, type Step, type ShopPaymentMethod } from './data.ts';
import { dueMark } from '../../kit/due.ts';
import { stateLook, stateName } from './names.ts';
import './photos.ts';
import { actorOf, eventName } from './step-text.ts';
import { caseWords } from './words.ts';

interface CaseFile {
  readonly row: CaseItem;
  readonly steps: readonly Step[];
}

/** @summary The page of one case. */
export class DeskCasePage extends DeskElement {
  static override properties = { params: { attribute: false } };
  static override styles = [base, controls, states, tables, facts.style, caseStyle];

  params: Readonly<Record<string, string | undefined>> = {};
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #live = new Use(this, liveContext);
  readonly #file = new Loader(this, {
    args: () => (this.params['id'] ? ([this.params['id']] as const) : undefined),
    load: ([id]) => this.#load(id),
  });
  /** Names of payment methods; without them, when the shop is away, their ids are shown. */
  readonly #methods = new Loader(this, {
    args: () =>
      this.#file.value ? ([this.#file.value.row.storeId, this.#file.value.row.orderId] as const) : undefined,
    load: ([storeId, orderId]) =>
      this.#client.value.query(orderBuyer, { storeId, orderId }).then(
        ({ paymentMethods }) => paymentMethods,
        (): readonly ShopPaymentMethod[] => [],
      ),
  });

  constructor() {
    super();
    new SecondHand(this);
    new RecordWatch(this, this.#live, {
      entities: ['AfterSalesCase'],
      changed: (changes) => this.#heard(changes.map(({ id }) => id)),
    });
  }

  #heard(ids: readonly string[]): void {
    if (ids.length === 0 || ids.includes(this.params['id'] ?? '')) void this.#file.reload();
  }

  async #load(id: string): Promise<CaseFile | null> {
    const client = this.#client.value;
    const [row, steps] = await Promise.all([
      client.query(afterSalesCase, { id }),
      client.query(caseSteps, { filter: { caseId: { eq: id } }, first: 100 }),
    ]);
    return row && { row, steps: steps.nodes };
  }

  override render() {
    const missing = emptyState({ icon: 'search', title: this.words(caseWords).missing, isPage: true });
    if (this.#file.problem?.code === 'NOT_FOUND') return missing;
    return html`<div class="page" @desk-done=${() => void this.#file.reload()}
      @desk-stale=${() => void this.#file.reload()}>${loaded(this.#file, this.language, (file) => (file ? this.#renderFile(file) : missing), { isPage: true })}</div>`;
  }

  #renderFile({ row, steps }: CaseFile) {
    const words = this.words(caseWords);
    const { language } = this;
    const reader = { language, zone: zoneOf(this.#directory.maybe, row.storeId) };
    return html`<div class="page-head">
        <a class="button plain icon-only" href=${this.#navigation.value.href('/cases')}
          aria-label=${words.back}>${icon('back')}</a>
        <h1><span class="numeric">${row.number}</span> <span class="muted small">${headLine(row, language)}</span></h1>
        <span class="chip ${stateLook(row.state)}">${stateName(row.state, language)}</span>${dueMark(row.dueAt, reader)}
        ${row.escalatedAt && !row.settledAt ? html`<span class="chip danger">${icon('warning', 'small')}${words.escalated}</span>` : nothing}
      </div>
      ${this.#renderShop(row)}
      <div class="columns">
        <div class="stack first">
          <section class="card padded not-printed"><h2>${words.steps}</h2><desk-admin-case-steps
            .row=${row}></desk-admin-case-steps></section>
          ${deadlineSection(row, reader)}
          <section class="card padded"><h2>${words.timeline}</h2>${this.#renderSteps(steps)}</section>
        </div>
        <div class="stack">
          <section class="card padded"><h2>${words.summary}</h2>${summarySection(row, this.#links(row), language)}</section>
          <section class="card padded"><h2>${words.decision}</h2>${decisionSection(row, language)}</section>
          <section class="card padded"><h2>${words.money}</h2>${moneySection(row, this.#methods.value ?? [], reader)}</section>
          ${row.inspection ? this.#renderInspection(row, row.inspection) : nothing} ${parcelSection(row, language)}
          <section class="card padded"><h2>${words.record}</h2><desk-admin-case-record .caseId=${row.id}
            .version=${row.version}></desk-admin-case-record></section>
          <div class="card padded not-printed"><desk-admin-panels .place=${caseDetail}
            .subject=${row}></desk-admin-panels></div>
        </div>
      </div>`;
  }

  #links({ storeId, orderId, customerId, conversationId, handlerId }: CaseItem): Links {
    const href = (path: string) => this.#navigation.value.href(path);
    return {
      order: href(`/orders/${encodeURIComponent(storeId)}/${encodeURIComponent(orderId)}`),
      customer: customerId ? href(`/customers/${customerId}`) : undefined,
      conversation: conversationId ? href(`/inbox/open/${conversationId}`) : undefined,
      handler: handlerId ? nameOf(this.#directory.maybe, handlerId) : '',
    };
  }

  #renderShop({ shopState, shopRefusal }: CaseItem) {
    const words = this.words(caseWords);
    const why = shopRefusal ? this.language.of(shopRefusal) : '';
    const notices: Partial<Record<NonNullable<CaseItem['shopState']>, readonly [look: string, text: string]>> = {
      AWAY: ['warn', words.shopAway],
      UNCERTAIN: ['danger', words.shopUncertain],
      REFUSED: ['danger', `${words.shopRefused} ${why}`],
    };
    const [look, text] = (shopState && notices[shopState]) ?? [];
    return look ? html`<p class="notice ${look}">${icon('warning')}<span>${text}</span></p>` : nothing;
  }

  #renderInspection(
    row: CaseItem,
    { result, note, photos, accessories, gifts, at }: NonNullable<CaseItem['inspection']>,
  ) {
    const words = this.words(caseWords);
    const { language } = this;
    return html`<section class="card padded">
      <h2>${words.inspection}</h2>
      ${facts([
        [words.fields.result, `${language.code('InspectionResult', result)} · ${language.full(at)}`],
        note && [words.note, note],
        accessories && [words.accessories, accessories],
        gifts && [words.gifts, gifts],
        row.inspectionAcceptedAt && [words.accepted, language.full(row.inspectionAcceptedAt)],
      ])}
      ${photos.length > 0 ? html`<desk-admin-case-photos .ids=${photos} label=${words.inspection}></desk-admin-case-photos>` : nothing}
    </section>`;
  }

  #renderSteps(steps: readonly Step[]) {
    const { language } = this;
    const reader = { language, directory: this.#directory.maybe };
    return html`<ol class="course">${repeat(
      steps,
      ({ id }) => id,
      (step) =>
        html`<li><strong>${eventName(step, language)}</strong> <span
          class="muted small">${[actorOf(step, reader)].filter(Boolean).map((who) => `${who} · `)}<time
          datetime=${step.at}>${language.full(step.at)}</time></span>${step.note ? html`<br /><span>${step.note}</span>` : nothing}</li>`,
    )}</ol>`;
  }
}

define('desk-admin-case-page', DeskCasePage);
