import { html } from 'lit';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { define } from '../../kit/element.ts';
import { checkField, selectField, textField } from '../../kit/field.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { tables } from '../../kit/table-style.ts';
import { botSectionWords } from './bot-section-words.ts';
import { setStoreBot, type StoreItem } from './data.ts';
import { saveBar } from './save-bar.ts';
import { StoreSection } from './store-section.ts';

type Bot = StoreItem['bot'];
const MODES = ['OFF', 'DRAFT', 'BOT'] as const;

/** @summary What a store decides about its answer bot. */
export class DeskStoreBot extends StoreSection {
  static override styles = [base, controls, tables];

  protected override perform(): Promise<StoreItem | undefined> {
    return this.act.run(this.client.value, setStoreBot, { id: this.store.id, bot: this.now.bot });
  }

  #change(change: Partial<Bot>): void {
    this.set({ bot: { ...this.now.bot, ...change } });
  }

  override render() {
    const words = this.words(botSectionWords);
    const disabled = !this.mayChange;
    const {
      problem,
      now: { bot },
    } = this;
    const name = (id: 'zh' | 'en', label: string) =>
      textField({
        id,
        label,
        value: bot.name[id],
        required: true,
        maxLength: 40,
        disabled,
        error: fieldMessage(problem, `bot.name.${id}`),
        onInput: (value) => this.#change({ name: { ...bot.name, [id]: value } }),
      });
    const check = (id: 'rephrase' | 'sendPersonalData', label: string, hint: string) =>
      checkField({ id, label, hint, value: bot[id], disabled, onInput: (checked) => this.#change({ [id]: checked }) });
    return html`<form class="stack" novalidate @submit=${(event: Event) => void this.save(event)}>
      ${problemNotice(problem, this.language)}
      ${selectField({ id: 'mode', label: words.mode, hint: words.modeHint, value: bot.mode, disabled, choices: MODES.map((value) => ({ value, label: words.modes[value] })), onInput: (mode) => this.#change({ mode: mode || bot.mode }) })}
      <div class="two">${name('zh', words.nameZh)} ${name('en', words.nameEn)}</div>
      ${check('rephrase', words.rephrase, words.rephraseHint)} ${check('sendPersonalData', words.sendPersonalData, words.sendPersonalDataHint)}
      ${disabled ? '' : saveBar({ language: this.language, dirty: this.dirty, busy: this.act.busy, reset: () => (this.draft = {}) })}
    </form>`;
  }
}

define('desk-admin-store-bot', DeskStoreBot);
