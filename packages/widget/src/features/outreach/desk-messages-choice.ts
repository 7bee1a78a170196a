import { html, LitElement, nothing } from 'lit';
import type { RenderPage } from '../../feature.ts';
import { base } from '../../elements/base-styles.ts';
import { define } from '../../elements/define.ts';
import { pageStyles } from '../../self-service/page-styles.ts';
import { problem } from '../../self-service/problem.ts';
import { Remote } from '../../self-service/remote.ts';
import { MY_CHOICES, SET_CONSENT, type Choice } from './data.ts';
import type { OutreachService, OutreachWords } from './words.ts';

/**
 * What a customer wants to hear of: a switch for each purpose, which holds as soon as it is turned.
 *
 * @summary Choices about messages that a customer did not ask for.
 */
export class DeskMessagesChoice extends LitElement {
  static override properties = {
    service: { attribute: false },
    _saved: { state: true },
    _failed: { state: true },
  };
  static override styles = [base, pageStyles];
  declare service: OutreachService;
  /** The purpose whose switch was turned last. */
  declare _saved: string;
  declare _failed: unknown;
  readonly #choices = new Remote<{ readonly purposes: readonly Choice[] }>(this, {
    connection: () => this.service.connection,
    load: () => this.service.connection.client.query(MY_CHOICES, {}),
  });

  override render() {
    const { messages } = this.service.words;
    return html`<h3 tabindex="-1">${messages.title}</h3>
      <p class="muted">${messages.intro}</p>
      ${this.#renderChoices()}`;
  }

  #renderChoices() {
    const { service } = this;
    const { value, error, again } = this.#choices;
    if (error && !value) return problem(error, { service, onRetry: again });
    if (!value) return html`<p role="status" class="muted">${service.words.loading}</p>`;
    return html`${value.purposes.map((choice) => this.#renderChoice(choice))}
      <p role="status" class="muted">${this._saved ? service.words.messages.saved : nothing}</p>
      ${this._failed ? problem(this._failed, { service }) : nothing}`;
  }

  #renderChoice({ purpose, called, basis, given }: Choice) {
    return html`<label class="check">
      <input type="checkbox" name=${purpose} .checked=${given ?? basis === 'OPT_OUT'}
        @change=${(event: Event) => void this.#turn(purpose, event.target as HTMLInputElement)} />
      <span>${this.service.say(called)}</span>
    </label>`;
  }

  async #turn(purpose: Choice['purpose'], box: HTMLInputElement): Promise<void> {
    const { connection } = this.service;
    const given = box.checked;
    [this._saved, this._failed] = ['', undefined];
    try {
      await connection.authorised(() => connection.client.mutate(SET_CONSENT, { input: { purpose, given } }));
      this._saved = purpose;
    } catch (error) {
      box.checked = !given;
      this._failed = error;
    }
  }
}

/** How self-service shows it. */
export const render: RenderPage<OutreachWords> = (service) =>
  html`<desk-messages-choice .service=${service}></desk-messages-choice>`;

define('desk-messages-choice', DeskMessagesChoice);
