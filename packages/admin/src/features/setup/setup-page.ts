import { css, html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, navigationContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/copy.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { snippetOf } from '../../kit/snippet.ts';
import { dismissSetup, firstSteps, keepSetupStep, type Progress, type Step } from './data.ts';
import './sightings.ts';
import { setupWords } from './words.ts';

/** Ticks turn while somebody looks. */
const LOOK_AGAIN_MS = 3000;

/**
 * @summary The first hour of a store: steps whose ticks turn by themselves.
 * @event desk-pass - It was shown first and has nothing to say.
 */
export class DeskSetup extends DeskElement {
  static override properties = { chosen: { state: true } };
  static override styles = [
    base,
    controls,
    states,
    tables,
    css`
      ol {
        display: grid;
        gap: 0.75rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .step {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 0.25rem 0.75rem;
        align-items: start;
        padding: 1rem;
      }
      .tick {
        display: grid;
        place-items: center;
        inline-size: 1.5rem;
        block-size: 1.5rem;
        border: 2px solid var(--line-strong, var(--line));
        border-radius: 50%;
      }
      .done .tick {
        border-color: var(--ok);
        color: var(--ok);
      }
      .more {
        grid-column: 2 / -1;
        display: grid;
        gap: 0.5rem;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        justify-content: end;
      }
      @media (width < 40rem) {
        .buttons {
          grid-column: 2 / -1;
          justify-content: start;
        }
      }
    `,
  ];

  /** The store that was chosen; absent: the first. */
  chosen: string | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);
  readonly #progress = new Loader(this, {
    args: () => (this.#store ? ([this.#store.id] as const) : undefined),
    load: ([storeId]) => this.#client.value.query(firstSteps, { storeId }),
  });

  get #stores() {
    return [...this.#directory.value.stores.values()];
  }

  get #store() {
    return this.#stores.find(({ id }) => id === this.chosen) ?? this.#stores[0];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => {
      if (document.visibilityState === 'visible') void this.#progress.reload();
    }, LOOK_AGAIN_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  override updated(): void {
    const { value } = this.#progress;
    const isFirst = this.#navigation.value.path === '/';
    if (isFirst && value && (value.dismissed || value.steps.every(({ done }) => done))) this.tell('desk-pass');
  }

  async #keep({ code }: Step): Promise<void> {
    const { id = '' } = this.#store ?? {};
    if (await this.#act.run(this.#client.value, keepSetupStep, { id, code })) await this.#progress.reload();
  }

  async #dismiss(dismissed: boolean): Promise<void> {
    const { id = '' } = this.#store ?? {};
    if (!(await this.#act.run(this.#client.value, dismissSetup, { id, dismissed }))) return;
    if (dismissed) toast(this, { kind: 'ok', text: this.words(setupWords).dismissed });
    await this.#progress.reload();
  }

  override render() {
    const words = this.words(setupWords);
    if (!this.#store)
      return emptyState({
        icon: 'shop',
        title: words.none,
        text: words.noneText,
        action: html`<a class="button primary" href=${this.#navigation.value.href('/stores')}>${words.stores}</a>`,
        isPage: true,
      });
    return html`<div class="page">
      <div class="page-head"><h1>${words.title}</h1></div>
      <p class="muted">${words.about}</p>
      ${problemNotice(this.#act.problem, this.language)}
      ${this.#stores.length > 1 ? selectField({ id: 'store', label: words.store, value: this.#store.id, choices: this.#stores.map(({ id, name }) => ({ value: id, label: name })), onInput: (id) => (this.chosen = id) }) : nothing}
      ${loaded(this.#progress, this.language, (progress) => this.#renderProgress(progress))}
    </div>`;
  }

  #renderProgress(progress: Progress) {
    const words = this.words(setupWords);
    const { steps, dismissed } = progress;
    const done = steps.filter((step) => step.done).length;
    const next = steps.find((step) => !step.done);
    return html`<p role="status">${done === steps.length ? words.allDone : words.progress(done, steps.length)}</p>
      <ol>${steps.map((step) => this.#renderStep(step, progress, step === next))}</ol>
      <p><button class="button" type="button"
        @click=${() => void this.#dismiss(!dismissed)}>${dismissed ? words.resume : words.dismiss}</button></p>`;
  }

  #renderStep(step: Step, progress: Progress, isNext: boolean) {
    const words = this.words(setupWords);
    const title = this.language.of(step.title);
    const keep =
      step.mayKeep && !step.done
        ? html`<button class="button" type="button" aria-label="${words.keep}: ${title}"
          @click=${() => void this.#keep(step)}>${words.keep}</button>`
        : nothing;
    return html`<li class="card step ${step.done ? 'done' : ''}" data-step=${step.code}>
      <span class="tick" role="img"
        aria-label=${step.done ? words.done : words.open}>${step.done ? icon('check', 'small') : nothing}</span>
      <div>
        <h2>${title}</h2>
        <p class="muted">${this.language.of(step.text)}</p>
      </div>
      <div class="buttons">
        ${keep}
        <a class="button ${isNext ? 'primary' : ''}" href=${this.#navigation.value.href(step.path)}
          aria-label=${words.go(title)}>${words.goShort}</a>
      </div>
      ${step.code === 'snippet' ? this.#renderSnippet(progress) : nothing}
    </li>`;
  }

  #renderSnippet({ sightings }: Progress) {
    const words = this.words(setupWords);
    const { key = '' } = this.#store ?? {};
    return html`<div class="more">
      <desk-admin-copy .text=${snippetOf(this.#client.value.url, key)} label=${words.snippet}></desk-admin-copy>
      <desk-admin-sightings .known=${sightings}
        @desk-stale=${() => void this.#progress.reload()}></desk-admin-sightings>
    </div>`;
  }
}

define('desk-admin-setup', DeskSetup);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-setup': DeskSetup;
  }
}
