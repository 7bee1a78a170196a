/**
 * @module An agent opens a case for a customer: which goods, why, what is asked for; then exactly what comes of it, and
 * only then it is opened. What the policy refuses may go to a person as an exception, with its reason.
 */
import { choosesGoods, needsOverride } from '@shopdesk/core';
import { css, html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, navigationContext, Use } from '../../desk/contexts.ts';
import { zoneOf } from '../../desk/directory.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { facts } from '../../kit/facts.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { problemOf, type Problem } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { caseFields, emptyDraft, formStyle, itemsOf, wantedOf, type CaseDraft } from './case-fields.ts';
import {
  caseOptions,
  orderBuyer,
  orderLines,
  previewCase,
  product,
  submitCase,
  type CaseItem,
  type CaseOptions,
  type CaseOrder,
  type CasePreview,
  type Product,
  type ShopPaymentMethod,
} from './data.ts';
import { previewSection } from './preview-section.ts';
import { caseWords } from './words.ts';

interface Known {
  readonly order: CaseOrder;
  readonly options: CaseOptions;
  readonly methods: readonly ShopPaymentMethod[];
}

/**
 * @summary Opens a case for an order.
 * @event {CaseItem} desk-created - The case.
 */
export class DeskCaseForm extends DeskElement {
  static override properties = {
    storeId: {},
    orderId: {},
    conversationId: {},
    draft: { state: true },
    preview: { state: true },
    problem: { state: true },
    asking: { state: true },
    stale: { state: true },
    created: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    tables,
    facts.style,
    formStyle,
    css`.sums { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.25rem 0.75rem; }`,
  ];

  storeId = '';
  orderId = '';
  conversationId = '';
  draft: CaseDraft = emptyDraft;
  preview: CasePreview | undefined;
  problem: Problem | undefined;
  asking = false;
  /** The order changed between the preview and the confirmation. */
  stale = false;
  created: CaseItem | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);
  readonly #known = new Loader(this, {
    args: () => (this.storeId && this.orderId ? ([this.storeId, this.orderId] as const) : undefined),
    load: async ([storeId, orderId]): Promise<Known> => {
      const client = this.#client.value;
      const [order, options, buyer] = await Promise.all([
        client.query(orderLines, { storeId, orderId }),
        client.query(caseOptions, { storeId, orderId }),
        client.query(orderBuyer, { storeId, orderId }),
      ]);
      return { order, options, methods: buyer.paymentMethods };
    },
  });
  /** What the policy says of each solution, once goods and reason are chosen. */
  readonly #types = new Loader(this, {
    args: () =>
      this.draft.reason && itemsOf(this.draft).length > 0
        ? ([JSON.stringify(itemsOf(this.draft)), this.draft.reason] as const)
        : undefined,
    load: async ([items, reason]) =>
      (
        await this.#client.value.query(caseOptions, {
          storeId: this.storeId,
          orderId: this.orderId,
          items: JSON.parse(items) as ReturnType<typeof itemsOf>,
          reason,
        })
      ).types,
  });
  readonly #products = new Loader(this, {
    args: () =>
      this.draft.type && choosesGoods(this.draft.type) && this.#known.value ? ([this.storeId] as const) : undefined,
    load: async ([storeId]) => {
      const ids = [...new Set(this.#known.value?.order.lines.map(({ productId }) => productId))];
      const found = await Promise.all(
        ids.map((productId) => this.#client.value.query(product, { storeId, productId })),
      );
      return new Map<string, Product>(found.map((one) => [one.id, one]));
    },
  });

  get #wanted() {
    return wantedOf(this.draft, { storeId: this.storeId, orderId: this.orderId, conversationId: this.conversationId });
  }

  async #look(event?: Event): Promise<void> {
    event?.preventDefault();
    if (this.asking) return;
    const { problem, wanted } = this.#wanted;
    this.problem = problem;
    if (wanted) {
      this.asking = true;
      this.problem = undefined;
      try {
        this.preview = await this.#client.value.query(previewCase, wanted);
      } catch (error) {
        this.problem = problemOf(error);
        this.preview = undefined;
      }
      this.asking = false;
    }
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(this.preview ? '#outcome' : '[aria-invalid="true"]')?.focus();
  }

  async #confirm(): Promise<void> {
    const { wanted } = this.#wanted;
    if (!wanted || !this.preview) return;
    const created = await this.#act.run(this.#client.value, submitCase, {
      ...wanted,
      confirmation: this.preview.confirmation,
    });
    if (!created) {
      this.stale = this.#act.problem?.code === 'CONFLICT';
      if (this.stale) await this.#look();
      return;
    }
    this.created = created;
    toast(this, { kind: 'ok', text: this.words(caseWords).opened(created.number) });
    this.tell('desk-created', created);
  }

  override render() {
    const words = this.words(caseWords);
    const touched = this.draft !== emptyDraft && !this.created;
    return html`<desk-admin-dialog open wide
      heading=${this.#known.value ? words.createTitle(this.#known.value.order.number) : words.create} ?dirty=${touched}>
      ${loaded(this.#known, this.language, (known) => (this.created ? this.#renderDone(this.created) : this.preview ? this.#renderPreview(this.preview) : this.#renderForm(known)))}
    </desk-admin-dialog>`;
  }

  #renderForm({ order, options, methods }: Known) {
    const words = this.words(caseWords);
    const { language, draft, problem, storeId } = this;
    const set = (part: Partial<CaseDraft>) => (this.draft = { ...draft, ...part });
    const types = this.#types.value ?? [];
    return html`<form id="form" class="stack" novalidate @submit=${(event: Event) => void this.#look(event)}>
        ${problemNotice(problem, language)}
        ${caseFields({ order, options, types, methods, products: this.#products.value ?? new Map<string, Product>(), draft, problem, language, storeId, set })}
      </form>
      <button slot="actions" class="button primary" form="form" aria-disabled=${this.asking}>${words.preview}</button>`;
  }

  #renderPreview(preview: CasePreview) {
    const words = this.words(caseWords);
    const { language, draft } = this;
    const refused = needsOverride(preview) && !draft.exceptionReason;
    return html`<div class="stack" id="outcome" tabindex="-1">
        ${this.stale ? html`<p class="notice warn" role="alert">${icon('warning')}<span>${words.changedMeanwhile}</span></p>` : problemNotice(this.#act.problem, language)}
        ${previewSection(preview, draft, { language, zone: zoneOf(this.#directory.maybe, this.storeId) })}
      </div>
      <button slot="actions" class="button" type="button"
        @click=${() => (this.preview = undefined)}>${words.backToForm}</button>
      ${refused ? nothing : html`<button slot="actions" class="button primary" type="button" aria-disabled=${this.#act.busy} @click=${() => void this.#confirm()}>${words.confirm}</button>`}`;
  }

  #renderDone({ id, number }: CaseItem) {
    const words = this.words(caseWords);
    return html`<p class="notice ok" role="status">${icon('check')}<span>${words.opened(number)} <a
      href=${this.#navigation.value.href(`/cases/${id}`)}>${words.open}</a></span></p>`;
  }
}

define('desk-admin-case-form', DeskCaseForm);
