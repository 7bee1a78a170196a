import {
  DeskError,
  PREVIEW_CASE,
  SUBMIT_CASE,
  type DeskCase,
  type DeskCasePreview,
  type WantedDeskCase,
} from '@shopdesk/core/client';
import { css, html, LitElement, nothing } from 'lit';
import type { RenderPage } from '../../feature.ts';
import { base } from '../../elements/base-styles.ts';
import { define } from '../../elements/define.ts';
import { loadMoreTexts } from '../../texts/load-texts.ts';
import type { MoreTexts } from '../../texts/texts.ts';
import { sendOrderCard } from '../../self-service/order-card.ts';
import { pageStyles } from '../../self-service/page-styles.ts';
import { problem } from '../../self-service/problem.ts';
import { Remote } from '../../self-service/remote.ts';
import { askPerson, go } from '../../self-service/service.ts';
import type { CaseService as Service, CaseWords } from './words.ts';
import {
  askedAs,
  EMPTY,
  hasItems,
  keepDraft,
  readDraft,
  STEPS,
  wantedOf,
  type CaseDraft,
  type FlowStep,
} from './case-draft.ts';
import { casePreview } from './case-preview.ts';
import { handOverText, loadFacts } from './flow-facts.ts';
import {
  hasNoSolution,
  itemsStep,
  photoRequired,
  reasonStep,
  solutionStep,
  type FlowFacts,
  type StepOptions,
} from './flow-steps.ts';
import { photoFields } from './photo-fields.ts';
import { PhotoQueue } from './photo-queue.ts';
import { photoStyles } from './photo-styles.ts';

type Asked = NonNullable<CaseDraft['asked']>;
const PHOTOS_ON_THEIR_WAY = 'PHOTOS';

/**
 * A return, an exchange, a refund, a repair: items, reason with photos, solution, exactly what it brings, once the
 * confirmation. It goes on where it was when the page is loaded anew.
 *
 * @summary Request after an order was sent.
 * @event {CustomEvent<{ page: ServicePage }>} desk-go - The case that came of it.
 */
export class DeskCaseFlow extends LitElement {
  static override properties = {
    service: { attribute: false },
    orderId: {},
    _draft: { state: true },
    _checked: { state: true },
    _preview: { state: true },
    _busy: { state: true },
    _error: { state: true },
    _outdated: { state: true },
    _resumed: { state: true },
    _case: { state: true },
    _files: { state: true },
  };
  static override styles = [base, pageStyles, photoStyles, css`.head { margin-block-end: 10px; }`];
  declare service: Service;
  declare orderId: string;
  declare _draft: CaseDraft;
  declare _checked: boolean;
  declare _preview: { readonly wanted: WantedDeskCase; readonly said: DeskCasePreview } | undefined;
  declare _busy: boolean;
  declare _error: unknown;
  declare _outdated: boolean;
  declare _resumed: boolean;
  declare _case: DeskCase | undefined;
  declare _files: MoreTexts['files'] | undefined;
  #photos: PhotoQueue | undefined;
  readonly #facts = new Remote<FlowFacts>(this, {
    connection: () => this.service.connection,
    load: () => loadFacts(this.service, this.orderId, this._draft),
    onLoaded: () => void this.#restorePreview(),
  });

  constructor() {
    super();
    this._draft = EMPTY;
    this._checked = false;
    this._busy = false;
    this._outdated = false;
    this._resumed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { connection, upload: transport, locale } = this.service;
    this._draft = readDraft(connection, this.orderId);
    this._resumed = hasItems(this._draft);
    this.#startPhotos(transport);
    void loadMoreTexts(locale).then(
      ({ files }) => (this._files = files),
      () => undefined,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#photos?.close();
  }

  override render() {
    const { words } = this.service;
    return html`<h3
      tabindex="-1">${words.flow.title}</h3>${this._case ? this.#renderSubmitted(this._case) : this.#renderFlow()}`;
  }

  #renderFlow() {
    const { service } = this;
    const { words } = service;
    const { value, error, again } = this.#facts;
    const { step } = this._draft;
    return html`<p
      class="muted head">${words.flow.step(STEPS.indexOf(step) + 1, STEPS.length)} · ${words.flow.steps[step]}</p>
      ${this._resumed ? html`<p class="note" role="status">${words.flow.resumed} <button type="button" class="button" @click=${this.#restart}>${words.flow.restart}</button></p>` : nothing}
      ${value ? this.#renderStep(value) : error ? problem(error, { service, onRetry: again }) : html`<p role="status" class="muted">${words.loading}</p>`}`;
  }

  #renderStep(facts: FlowFacts) {
    const { asked, step } = this._draft;
    if (asked && !this._preview) return this.#renderUnsure(asked);
    if (step === 'preview') return this.#renderPreview(facts);
    const options: StepOptions = {
      facts,
      draft: this._draft,
      service: this.service,
      checked: this._checked,
      onChange: (change) => this.#entered(change),
    };
    const ended = step === 'solution' && hasNoSolution(facts.options);
    const forms = { items: itemsStep, reason: reasonStep, solution: solutionStep };
    return html`<form novalidate @submit=${(event: Event) => void this.#advance(event, facts)}>
      ${forms[step](options)} ${step === 'reason' ? this.#renderPhotos(options) : nothing} ${this.#renderError()}
      ${step === 'solution' ? html`<button type="button" class="button wide ${ended ? 'main' : ''}" @click=${() => this.#askPerson(facts)}>${this.service.words.askPerson}</button>` : nothing}
      ${this.#renderButtons(ended ? undefined : this.service.words.next)}
    </form>`;
  }

  #renderButtons(main: string | undefined, onMain?: () => void) {
    const { words } = this.service;
    const before = STEPS[STEPS.indexOf(this._draft.step) - 1];
    return html`<div class="buttons">
      ${before ? html`<button type="button" class="button" ?disabled=${this._busy} @click=${() => this.#to(before)}>${words.changeBack}</button>` : nothing}
      ${main ? html`<button type=${onMain ? 'button' : 'submit'} class="button main" ?disabled=${this._busy} @click=${onMain ?? nothing}>${this._busy ? words.working : main}</button>` : nothing}
    </div>`;
  }

  #renderPhotos(options: StepOptions) {
    const { service, _files: fileProblems } = this;
    const photos = this.#photos?.photos ?? [];
    const isRequired = photoRequired(options);
    const isMissing = this._checked && isRequired && photos.every(({ problem: wrong }) => wrong);
    if (!fileProblems) return nothing;
    return photoFields({
      photos,
      isRequired,
      isMissing,
      service,
      fileProblems,
      onAdd: (files) => this.#photos?.add(files),
      onRemove: (id) => this.#photos?.remove(id),
    });
  }

  #renderError() {
    const { service, _error: error } = this;
    if (!error) return nothing;
    const facts = this.#facts.value;
    return problem(error, {
      service,
      onRetry: () => void this.#again(),
      ...(facts ? { onAsk: () => this.#askPerson(facts) } : {}),
    });
  }

  #renderPreview(facts: FlowFacts) {
    const { service, _preview: preview } = this;
    const { words } = service;
    if (!preview)
      return html`${this._error ? this.#renderError() : html`<p role="status" class="muted">${words.loading}</p>`}`;
    const unsure = this._error !== undefined && !(this._error instanceof DeskError);
    return html`${this._outdated ? html`<p class="note warn" role="alert">${words.outdated}</p>` : nothing}
      ${casePreview({ facts, wanted: preview.wanted, preview: preview.said, service })}
      ${unsure ? html`<p class="note warn">${words.unsure}</p>` : nothing} ${this.#renderError()}
      ${this.#renderButtons(words.flow.submit, () => void this.#confirm())}`;
  }

  /** It was confirmed and the answer was lost with the page: only asking again tells. */
  #renderUnsure(asked: Asked) {
    const { words } = this.service;
    return html`<p class="note warn" role="alert">${words.unsure}</p>${this.#renderError()}
      <div class="buttons">
        <button type="button" class="button" ?disabled=${this._busy}
          @click=${() => this.#keep({ ...this._draft, asked: undefined, step: 'solution' })}>${words.changeBack}</button>
        <button type="button" class="button main" ?disabled=${this._busy}
          @click=${() => void this.#send(asked)}>${this._busy ? words.working : words.flow.submit}</button>
      </div>`;
  }

  #renderSubmitted({ id, number, state }: DeskCase) {
    const { words } = this.service;
    return html`<div class="note" role="status"><p
      class="state">${words.flow.submitted(number)}</p><p>${words.caseStates[state]}</p></div>
      <div class="buttons"><button type="button" class="button main"
        @click=${() => go(this, { name: 'case', id })}>${words.flow.follow}</button></div>`;
  }

  #startPhotos(transport: Service['upload']): void {
    const { connection } = this.service;
    const { photos, conversationId } = this._draft;
    this.#photos = new PhotoQueue({
      connection,
      transport,
      photos,
      conversationId,
      onChange: () => this.#photosChanged(),
    });
  }

  #photosChanged(): void {
    const queue = this.#photos;
    if (!queue) return this.requestUpdate();
    // That photos are on their way is said as long as it is so.
    if (!queue.isBusy && this._error instanceof DeskError && this._error.code === PHOTOS_ON_THEIR_WAY)
      this._error = undefined;
    this.#keep({
      ...this._draft,
      photos: queue.kept,
      ...(queue.conversationId ? { conversationId: queue.conversationId } : {}),
    });
  }

  #entered(change: Partial<CaseDraft>): void {
    this._error = undefined;
    this._resumed = false;
    // Other goods or another reason make other solutions possible.
    const anew = change.items || change.reason ? { type: undefined } : {};
    this.#keep({ ...this._draft, ...(anew as Partial<CaseDraft>), ...change, asked: undefined });
  }

  #keep(draft: CaseDraft): void {
    this._draft = draft;
    if (!this._case) keepDraft(this.service.connection, this.orderId, draft);
  }

  #to(step: FlowStep): void {
    [this._error, this._checked, this._outdated, this._preview] = [undefined, false, false, undefined];
    this.#keep({ ...this._draft, step, asked: undefined });
    this.#focusHead();
  }

  #focusHead(): void {
    void this.updateComplete.then(() => {
      const head = this.renderRoot.querySelector<HTMLElement>('h3');
      head?.focus();
      head?.scrollIntoView({ block: 'nearest' });
    });
  }

  readonly #restart = (): void => {
    for (const { id } of this.#photos?.photos ?? []) this.#photos?.remove(id);
    this._resumed = false;
    this._preview = undefined;
    this.#keep(EMPTY);
    this.#photos?.close();
    this.#startPhotos(this.service.upload);
  };

  /** What is missing at the present step. */
  #isComplete(facts: FlowFacts): boolean {
    const { step, reason } = this._draft;
    if (step === 'items') return hasItems(this._draft);
    if (step === 'solution') return this.#wanted() !== undefined;
    const photos = (this.#photos?.photos ?? []).filter(({ problem: wrong }) => !wrong);
    return reason !== undefined && (!photoRequired({ facts, draft: this._draft }) || photos.length > 0);
  }

  #wanted(): WantedDeskCase | undefined {
    const { evidence = [], conversationId } = this.#photos ?? {};
    return wantedOf(
      this.orderId,
      this._draft,
      evidence,
      evidence.length > 0 ? conversationId : this.service.conversationId,
    );
  }

  async #advance(event: Event, facts: FlowFacts): Promise<void> {
    event.preventDefault();
    this._checked = !this.#isComplete(facts);
    if (this._checked)
      return void this.updateComplete.then(() =>
        this.renderRoot.querySelector('.wrong')?.scrollIntoView({ block: 'center' }),
      );
    const { step } = this._draft;
    if (step === 'items') return this.#to('reason');
    if (step === 'reason') return this.#askSolutions();
    return this.#look();
  }

  /** The solutions for these goods and this reason; photos must have arrived, they belong to what is judged. */
  async #askSolutions(): Promise<void> {
    if (this.#photos?.isBusy) {
      this._error = new DeskError({ code: PHOTOS_ON_THEIR_WAY, message: this.service.words.flow.photosLoading });
      return;
    }
    this._busy = true;
    await this.#facts.run();
    this._busy = false;
    if (this.#facts.error) this._error = this.#facts.error;
    else this.#to('solution');
  }

  async #look(): Promise<void> {
    const wanted = this.#wanted();
    if (!wanted) return;
    await this.#work(async (client) => {
      const said = await client.query(PREVIEW_CASE, wanted);
      if (said.outcome === 'DENY')
        throw new DeskError({
          code: 'POLICY_DENIED',
          message: said.explanation.en,
          details: { told: said.explanation, clause: said.clause, ruleIds: said.ruleIds },
        });
      this._preview = { wanted, said };
      this.#keep({ ...this._draft, step: 'preview' });
      this.#focusHead();
    });
  }

  /** The page was loaded anew at the last step: what it would bring is asked again, unless it was confirmed already. */
  async #restorePreview(): Promise<void> {
    if (this._draft.step !== 'preview' || this._preview || this._draft.asked || this._busy) return;
    if (this.#wanted()) await this.#look();
    else this.#to('solution');
  }

  async #confirm(): Promise<void> {
    const { _preview: preview } = this;
    if (preview && !this._busy) await this.#send(askedAs(this._draft, preview.wanted, preview.said.confirmation));
  }

  /** Once: a second press, a lost answer or a page that was loaded anew come with the same key. */
  async #send(asked: Asked): Promise<void> {
    this._outdated = false;
    this.#keep({ ...this._draft, asked });
    await this.#work(async (client) => {
      try {
        this.#submitted(
          await client.mutate(SUBMIT_CASE, {
            input: { ...asked.wanted, confirmation: asked.confirmation },
            key: asked.key,
          }),
        );
      } catch (error) {
        // Refused is not done: only what got no answer is asked again as it was.
        if (error instanceof DeskError) this.#keep({ ...this._draft, asked: undefined });
        if (!(error instanceof DeskError) || error.code !== 'CONFLICT') throw error;
        this._preview = { wanted: asked.wanted, said: await client.query(PREVIEW_CASE, asked.wanted) };
        this._outdated = true;
      }
    });
  }

  #submitted(submitted: DeskCase): void {
    const { connection, conversationId } = this.service;
    this._case = submitted;
    keepDraft(connection, this.orderId, undefined);
    const order = this.#facts.value?.order;
    if (conversationId && order) sendOrderCard(this.service, order);
    this.#focusHead();
  }

  async #again(): Promise<void> {
    const { asked, step } = this._draft;
    if (asked) return this.#send(asked);
    if (this._preview) return this.#confirm();
    return step === 'reason' ? this.#askSolutions() : this.#look();
  }

  async #work(act: (client: Service['connection']['client']) => Promise<void>): Promise<void> {
    const { connection } = this.service;
    [this._busy, this._error] = [true, undefined];
    try {
      await connection.authorised(() => act(connection.client));
    } catch (error) {
      this._error = error;
    }
    this._busy = false;
  }

  #askPerson(facts: FlowFacts): void {
    askPerson(this, {
      orderId: this.orderId,
      text: handOverText(facts, { draft: this._draft, error: this._error, service: this.service }),
    });
  }
}

/** How self-service shows it. */
export const render: RenderPage<CaseWords> = (service, { id }) =>
  html`<desk-case-flow .service=${service} .orderId=${id}></desk-case-flow>`;

define('desk-case-flow', DeskCaseFlow);
