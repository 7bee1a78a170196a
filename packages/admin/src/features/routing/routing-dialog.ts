import { html } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField, textField } from '../../kit/field.ts';
import { Loader } from '../../kit/loader.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { kitWords } from '../../kit/words.ts';
import { routingSettings, setRoutingPolicy, type BoardStore, type RoutingForm } from './data.ts';
import { boardWords } from './words.ts';

const NUMBERS = [
  'silentSeconds',
  'awaySeconds',
  'rampSeconds',
  'lastAgentDays',
  'maxQueue',
  'maxAnonymousQueue',
  'relaxSeconds',
  'keepPlaceSeconds',
] as const;
const HINTS = {
  silentSeconds: 'zeroHint',
  awaySeconds: 'awayHint',
  rampSeconds: 'rampHint',
  lastAgentDays: 'zeroHint',
  maxQueue: 'maxQueueHint',
  maxAnonymousQueue: 'maxAnonymousQueueHint',
  relaxSeconds: 'zeroHint',
  keepPlaceSeconds: 'keepPlaceHint',
} as const;

/**
 * @summary How a store gives its customers to people.
 * @event desk-done - It is saved.
 */
export class DeskRoutingDialog extends DeskElement {
  static override properties = { subject: { attribute: false }, changed: { state: true } };
  static override styles = [base, controls, states];

  declare subject: BoardStore;
  changed: Partial<Record<keyof RoutingForm, string>> = {};
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);
  readonly #settings = new Loader(this, {
    args: () => (this.subject ? ([this.subject.storeId] as const) : undefined),
    load: ([storeId]) => this.#client.value.query(routingSettings, { storeId }),
  });

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const known = this.#settings.value;
    if (!known) return;
    const numbers = Object.fromEntries(
      NUMBERS.map((name) => [name, Number(this.changed[name] ?? known[name])]),
    ) as Record<(typeof NUMBERS)[number], number>;
    const input = {
      storeId: this.subject.storeId,
      mode: (this.changed.mode as RoutingForm['mode'] | undefined) ?? known.mode,
      ...numbers,
    };
    if (await this.#act.run(this.#client.value, setRoutingPolicy, input)) return void this.tell('desk-done');
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  override render() {
    const words = this.words(boardWords);
    return html`<desk-admin-dialog open heading=${words.settingsTitle(this.subject.name)}
      ?dirty=${Object.keys(this.changed).length > 0}>
      ${loaded(this.#settings, this.language, (known) => this.#renderForm(known))}
      <button slot="actions" class="button primary" form="form"
        aria-disabled=${this.#act.busy}>${this.words(kitWords).save}</button>
    </desk-admin-dialog>`;
  }

  #renderForm(known: RoutingForm) {
    const words = this.words(boardWords);
    const { problem } = this.#act;
    const set = (name: keyof RoutingForm) => (value: string) => (this.changed = { ...this.changed, [name]: value });
    return html`<form id="form" class="stack" novalidate @submit=${this.#submit}>
      ${problemNotice(problem?.code === 'VALIDATION_FAILED' ? undefined : problem, this.language)}
      ${selectField({ id: 'mode', label: words.mode, value: this.changed.mode ?? known.mode, choices: this.language.choices<'AUTO' | 'MANUAL'>('RoutingMode'), onInput: set('mode') })}
      ${NUMBERS.map((name) => textField({ id: name, label: words[name], hint: words[HINTS[name]], type: 'number', min: name === 'keepPlaceSeconds' ? 60 : 0, value: String(this.changed[name] ?? known[name]), error: fieldMessage(problem, name), onInput: set(name) }))}
    </form>`;
  }
}

define('desk-admin-routing-dialog', DeskRoutingDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-routing-dialog': DeskRoutingDialog;
  }
}
