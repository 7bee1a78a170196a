import { css, html, nothing } from 'lit';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { define } from '../../kit/element.ts';
import { areaField, framed, selectField, textField } from '../../kit/field.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { tables } from '../../kit/table-style.ts';
import type { Look } from './data.ts';
import './look-preview.ts';
import { saveBar } from './save-bar.ts';
import { StoreSection } from './store-section.ts';
import { storeWords } from './words.ts';

const HEX = /^#[0-9a-f]{6}$/i;

/** @summary How the widget looks, with a preview that follows every key. */
export class DeskStoreLook extends StoreSection {
  static override styles = [
    base,
    controls,
    tables,
    css`
      .colour {
        display: grid;
        grid-template-columns: auto 8rem;
        justify-content: start;
        gap: 0.5rem;
      }
      @container (inline-size >= 45rem) {
        .columns {
          grid-template-columns: minmax(0, 1fr) minmax(20rem, 24rem);
        }
      }
    `,
  ];

  #setLook(change: Partial<Look>): void {
    this.set({ look: { ...this.now.look, ...change } });
  }

  override render() {
    const words = this.words(storeWords);
    const disabled = !this.mayChange;
    const { look } = this.now;
    return html`<div class="columns">
      <form class="stack" novalidate @submit=${(event: Event) => void this.save(event)}>
        ${problemNotice(this.problem, this.language)} ${this.#renderColour(look, disabled)}
        ${selectField({ id: 'position', label: words.position, value: look.position, disabled, choices: (['end', 'start'] as const).map((value) => ({ value, label: words.positions[value] })), onInput: (position) => this.#setLook({ position: position || 'end' }) })}
        ${this.#renderTexts('title', words.widgetTitle, disabled)} ${this.#renderTexts('greeting', words.greeting, disabled)} ${this.#renderTexts('offlineText', words.offlineText, disabled)}
        ${disabled ? nothing : saveBar({ language: this.language, dirty: this.dirty, busy: this.act.busy, blocked: !HEX.test(look.colour), reset: () => (this.draft = {}) })}
      </form>
      <desk-admin-look-preview .look=${look} .name=${this.now.name}></desk-admin-look-preview>
    </div>`;
  }

  #renderColour(look: Look, disabled: boolean) {
    const words = this.words(storeWords);
    const set = (event: Event) => this.#setLook({ colour: (event.target as HTMLInputElement).value });
    const error = fieldMessage(this.problem, 'look.colour');
    return framed(
      { id: 'colour', label: words.colour, hint: words.colourHint, error },
      html`<div class="colour">
        <input type="color" aria-label=${words.colour} .value=${HEX.test(look.colour) ? look.colour : '#000000'}
          ?disabled=${disabled} @input=${set} />
        <input id="colour" .value=${look.colour} maxlength="7" spellcheck="false" ?disabled=${disabled}
          aria-invalid=${HEX.test(look.colour) ? 'false' : 'true'} aria-describedby="colour-hint" @input=${set} />
      </div>`,
    );
  }

  #renderTexts(name: 'title' | 'greeting' | 'offlineText', label: string, disabled: boolean) {
    const words = this.words(storeWords);
    const field = name === 'title' ? textField : areaField;
    const one = (key: 'zh' | 'en') =>
      field({
        id: `${name}-${key}`,
        label: `${label} (${key === 'zh' ? words.chinese : words.english})`,
        value: this.now.look[name][key],
        rows: 2,
        maxLength: 2000,
        disabled,
        error: fieldMessage(this.problem, `look.${name}.${key}`),
        onInput: (text) => this.#setLook({ [name]: { ...this.now.look[name], [key]: text } }),
      });
    return html`<div class="two">${one('zh')} ${one('en')}</div>`;
  }
}

define('desk-admin-store-look', DeskStoreLook);
