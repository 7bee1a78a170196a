/**
 * @module A change of an order in three steps: say what, see exactly what will happen, confirm. What was shown is what
 * is confirmed: when the order has changed meanwhile the new outcome is shown and asked about again.
 */
import { css, html, nothing } from 'lit';
import { SEND_MESSAGE, newId } from '@shopdesk/core/client';
import { Act } from '../../desk/act.ts';
import { clientContext, Use, viewerContext } from '../../desk/contexts.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { problemOf, type Problem } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { tables } from '../../kit/table-style.ts';
import { toast, toastProblem } from '../../kit/toast.ts';
import { changeForm, emptyDraft, wantedOf, type ChangeDraft } from './change-form.ts';
import {
  previewOrderChange,
  product,
  requestOrderChange,
  requests,
  type Change,
  type ChangeEffect,
  type ChangePreview,
  type OrderBuyer,
  type OrderOptions,
  type Product,
  type Request,
  type ShopOrder,
} from './data.ts';
import { methodById } from './looks.ts';
import { orderWords } from './words.ts';

type Step = 'form' | 'preview' | 'result';

/**
 * @summary Changes an order after showing what will happen.
 * @event desk-changed - The change was asked for.
 */
export class DeskOrderChange extends DeskElement {
  static override properties = {
    storeId: {},
    conversationId: {},
    order: { attribute: false },
    buyer: { attribute: false },
    change: {},
    reasons: { attribute: false },
    onOwnAccord: { type: Boolean },
    step: { state: true },
    draft: { state: true },
    preview: { state: true },
    problem: { state: true },
    asking: { state: true },
    stale: { state: true },
    result: { state: true },
  };
  static override styles = [
    base,
    controls,
    tables,
    css`
      .effects {
        display: grid;
        gap: 0.375rem;
      }
      .effects li {
        display: grid;
        grid-template-columns: 7rem minmax(0, 1fr);
        gap: 0.75rem;
      }
    `,
  ];

  storeId = '';
  conversationId = '';
  declare order: ShopOrder;
  declare buyer: OrderBuyer;
  change: Change = 'CANCEL';
  reasons: OrderOptions['cancelReasons'] = [];
  onOwnAccord = false;
  step: Step = 'form';
  draft: ChangeDraft | undefined;
  preview: ChangePreview | undefined;
  problem: Problem | undefined;
  asking = false;
  /** The order changed between the preview and the confirmation. */
  stale = false;
  result: Request | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #act = new Act(this);
  readonly #products = new Loader(this, {
    args: () => (this.change === 'ITEMS' && this.order ? ([this.storeId, this.order.id] as const) : undefined),
    load: async ([storeId]) => {
      const ids = [...new Set(this.order.lines.map(({ productId }) => productId))];
      const found = await Promise.all(
        ids.map((productId) => this.#client.value.query(product, { storeId, productId })),
      );
      return new Map<string, Product>(found.map((one) => [one.id, one]));
    },
  });

  get #draft(): ChangeDraft {
    return this.draft ?? emptyDraft(this.order);
  }

  get #wanted() {
    return wantedOf({ change: this.change, order: this.order }, this.#draft, {
      storeId: this.storeId,
      conversationId: this.conversationId,
    });
  }

  async #look(event?: Event): Promise<void> {
    event?.preventDefault();
    if (this.asking) return;
    this.asking = true;
    this.problem = undefined;
    try {
      if (!this.#wanted.reason) throw new MissingReason();
      this.preview = await this.#client.value.query(previewOrderChange, this.#wanted);
      this.step = 'preview';
    } catch (error) {
      this.problem =
        error instanceof MissingReason
          ? { code: 'REASON_REQUIRED', message: '', fields: [], details: {} }
          : problemOf(error);
      this.step = 'form';
    }
    this.asking = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(this.step === 'preview' ? '#outcome' : '[aria-invalid="true"]')?.focus();
  }

  async #confirm(): Promise<void> {
    const { confirmation } = this.preview ?? { confirmation: '' };
    const asked = await this.#act.run(this.#client.value, requestOrderChange, { ...this.#wanted, confirmation });
    if (!asked) {
      this.stale = this.#act.problem?.code === 'CONFLICT';
      if (this.stale) await this.#look();
      return;
    }
    // The shop has answered by now, or does not answer: either way the request says so.
    const { nodes } = await this.#client.value
      .query(requests, { filter: { storeId: { eq: this.storeId }, orderId: { eq: this.order.id } }, first: 20 })
      .catch(() => ({ nodes: [] }));
    this.result = nodes.find(({ id }) => id === asked.id) ?? asked;
    this.step = 'result';
    this.tell('desk-changed');
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#outcome')?.focus();
  }

  async #post(): Promise<void> {
    try {
      await this.#client.value.mutate(SEND_MESSAGE, {
        input: {
          conversationId: this.conversationId,
          clientMsgId: newId(),
          card: { type: 'ORDER', id: this.order.id },
        },
      });
      toast(this, { kind: 'ok', text: this.words(orderWords).posted });
      this.tell('desk-closed');
    } catch (error) {
      toastProblem(this, error, this.language);
    }
  }

  override render() {
    const words = this.words(orderWords);
    const bodies = {
      form: () => this.#renderForm(),
      preview: () => this.#renderPreview(),
      result: () => this.#renderResult(),
    };
    return html`<desk-admin-dialog open heading="${words.changes[this.change]} – ${this.order.number}"
      ?dirty=${this.draft !== undefined && this.step !== 'result'}>${bodies[this.step]()}</desk-admin-dialog>`;
  }

  #renderForm() {
    const words = this.words(orderWords);
    const { language, change, order, buyer, reasons, onOwnAccord, problem } = this;
    const products = this.#products.value ?? new Map<string, Product>();
    const set = (part: Partial<ChangeDraft>) => (this.draft = { ...this.#draft, ...part });
    return html`<form id="form" class="stack" novalidate @submit=${(event: Event) => void this.#look(event)}>
        ${problemNotice(problem?.code === 'REASON_REQUIRED' ? undefined : problem, language)}
        ${changeForm({ change, order, buyer, reasons, onOwnAccord, products, draft: this.#draft, problem, language, set })}
      </form>
      <button slot="actions" class="button primary" form="form" aria-disabled=${this.asking}>${words.preview}</button>`;
  }

  #renderPreview() {
    const words = this.words(orderWords);
    const { language, preview } = this;
    if (!preview) return nothing;
    const possible = preview.course !== 'CONVERT';
    return html`<div class="stack" id="outcome" tabindex="-1">
        ${this.stale ? html`<p class="notice warn" role="alert">${icon('warning')}<span>${words.changedMeanwhile}</span></p>` : problemNotice(this.#act.problem, language)}
        <h3>${words.willHappen}</h3>
        <ul class="effects">${preview.effects.map((effect) => this.#renderEffect(effect))}</ul>
        <p>${words.courses[preview.course]}</p>
        ${language.of(preview.clause) ? html`<p class="hint">${language.of(preview.clause)}${preview.ruleIds.length > 0 ? html`<br />${words.rules} ${preview.ruleIds.join(', ')}` : nothing}</p>` : nothing}
      </div>
      <button slot="actions" class="button" type="button"
        @click=${() => (this.step = 'form')}>${words.backToForm}</button>
      ${possible ? html`<button slot="actions" class="button ${this.change === 'CANCEL' ? 'danger' : 'primary'}" type="button" aria-disabled=${this.#act.busy} @click=${() => void this.#confirm()}>${words.confirm}</button>` : nothing}`;
  }

  #renderEffect({ kind, amount, methodId, text }: ChangeEffect) {
    const { language } = this;
    const where = methodId ? methodById(this.buyer.paymentMethods, methodId, language) : '';
    return html`<li><span
      class="muted">${language.code('OrderChangeEffectKind', kind)}</span><span>${amount ? html`<strong class="numeric">${language.money(amount)}</strong>${where ? html` · ${where}` : nothing}` : language.of(text)}</span></li>`;
  }

  #renderResult() {
    const words = this.words(orderWords);
    const { result, language } = this;
    if (!result) return nothing;
    const looks = { SUBMITTED: 'info', ACCEPTED: 'info', DONE: 'ok', REJECTED: 'danger', CONVERTED: 'warn' } as const;
    const mayPost = this.conversationId && can(this.#viewer.value, 'customer.reply');
    return html`<div class="stack" id="outcome" tabindex="-1">
        <p class="notice ${looks[result.state]}"
          role="status">${icon(looks[result.state] === 'danger' ? 'warning' : 'check')}<span>${words.results[result.state]}${result.refusal ? html` ${language.of(result.refusal)}` : nothing}${result.shopAway ? html` ${words.shopAway}` : nothing}</span></p>
      </div>
      ${mayPost ? html`<button slot="actions" class="button" type="button" @click=${() => void this.#post()}>${icon('send', 'small')}${words.post}</button>` : nothing}
      <button slot="actions" class="button primary" type="button"
        @click=${() => this.tell('desk-closed')}>${words.done}</button>`;
  }
}

/** A change without a reason is not even asked about. */
class MissingReason extends Error {}

define('desk-admin-order-change', DeskOrderChange);
