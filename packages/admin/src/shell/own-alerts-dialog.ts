import { css, html } from 'lit';
import { Use, viewerContext } from '../desk/contexts.ts';
import { keepAlerts, keptAlerts, type AlertChoices, type AlertKind } from '../features/alerts/kept.ts';
import { ring } from '../features/alerts/tone.ts';
import { alertWords } from '../features/alerts/words.ts';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import '../kit/dialog.ts';
import { DeskElement, define } from '../kit/element.ts';
import { checkField } from '../kit/field.ts';
import { shellWords } from './words.ts';

const KINDS: readonly AlertKind[] = ['conversation', 'message'];

/** @summary What the viewer wants to hear and to be shown in this browser. Each choice holds at once. */
export class DeskOwnAlerts extends DeskElement {
  static override properties = { choices: { state: true }, permission: { state: true } };
  static override styles = [
    base,
    controls,
    css`
      fieldset {
        display: grid;
        gap: 0.5rem;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        margin-block-end: 0.5rem;
        font-weight: 650;
      }
      .volume {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: 0.75rem;
      }
    `,
  ];

  choices: AlertChoices | undefined;
  /** Leave to show notices; absent: this browser has none. */
  permission = typeof Notification === 'undefined' ? undefined : Notification.permission;
  readonly #viewer = new Use(this, viewerContext);

  get #now(): AlertChoices {
    return this.choices ?? keptAlerts(this.#viewer.value.id);
  }

  #choose(changes: Partial<AlertChoices>): void {
    this.choices = { ...this.#now, ...changes };
    keepAlerts(this.#viewer.value.id, this.choices);
  }

  /** A browser asks for leave only once: so only when somebody has pressed for it. */
  async #allow(): Promise<void> {
    this.permission = await Notification.requestPermission();
    this.#choose({ notices: this.permission === 'granted' });
  }

  override render() {
    const words = this.words(alertWords);
    const choices = this.#now;
    return html`<desk-admin-dialog open heading=${this.words(shellWords).ownAlerts}>
      <div class="stack">
        <fieldset>
          <legend>${words.sounds}</legend>
          ${KINDS.map((kind) =>
            checkField({
              id: kind,
              label: words[kind],
              value: choices[kind],
              onInput: (on) => this.#choose({ [kind]: on }),
            }),
          )}
          <div class="volume">
            <label for="volume">${words.volume}</label>
            <input id="volume" type="range" min="0" max="1" step="0.1" .value=${String(choices.volume)}
              @change=${(event: Event) => this.#choose({ volume: Number((event.target as HTMLInputElement).value) })} />
            <button class="button" type="button"
              @click=${() => ring('conversation', this.#now.volume)}>${words.listen}</button>
          </div>
        </fieldset>
        <fieldset>
          <legend>${words.notices}</legend>
          <p class="muted">${words.noticesText}</p>
          ${this.#renderNotices()}
        </fieldset>
        <p class="muted small">${words.kept}</p>
      </div>
    </desk-admin-dialog>`;
  }

  #renderNotices() {
    const words = this.words(alertWords);
    if (this.permission === undefined) return html`<p>${words.missing}</p>`;
    if (this.permission === 'denied') return html`<p>${words.denied}</p>`;
    if (this.permission === 'default')
      return html`<div><button class="button" type="button"
        @click=${() => void this.#allow()}>${words.allow}</button></div>`;
    return html`${checkField({ id: 'notices', label: words.noticesOn, value: this.#now.notices, onInput: (notices) => this.#choose({ notices }) })}`;
  }
}

define('desk-admin-own-alerts', DeskOwnAlerts);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-own-alerts': DeskOwnAlerts;
  }
}
