import { html } from 'lit';
import { Act } from '../desk/act.ts';
import { clientContext, Use, viewerContext } from '../desk/contexts.ts';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import '../kit/dialog.ts';
import { DeskElement, define } from '../kit/element.ts';
import { checksField, textField } from '../kit/field.ts';
import { LANGUAGE_NAMES, LOCALES, type Locale } from '../kit/language.ts';
import { Loader } from '../kit/loader.ts';
import { fieldMessage } from '../kit/problem.ts';
import { problemNotice } from '../kit/problem-notice.ts';
import { states } from '../kit/state-style.ts';
import { loaded } from '../kit/states.ts';
import { toast } from '../kit/toast.ts';
import { kitWords } from '../kit/words.ts';
import { ownProfile, updateOwnProfile } from './data.ts';
import { shellWords } from './words.ts';
import { ownProfileWords } from './own-profile-words.ts';

/**
 * @summary Changes one's own name and languages.
 * @event desk-done - They are changed.
 */
export class DeskOwnProfile extends DeskElement {
  static override properties = { name: { state: true }, languages: { state: true } };
  static override styles = [base, controls, states];

  /** What was typed; undefined: as it is. */
  name: string | undefined;
  languages: readonly Locale[] | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #act = new Act(this);
  readonly #own = new Loader(this, {
    args: () => [this.#viewer.value.id] as const,
    load: ([id]) => this.#client.value.query(ownProfile, { id }),
  });

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { name, languages } = this;
    const input = { ...(name === undefined ? {} : { name }), ...(languages === undefined ? {} : { languages }) };
    if (!(await this.#act.run(this.#client.value, updateOwnProfile, input))) return;
    toast(this, { kind: 'ok', text: this.words(ownProfileWords).saved });
    this.tell('desk-done');
  }

  override render() {
    const dirty = this.name !== undefined || this.languages !== undefined;
    return html`<desk-admin-dialog open heading=${this.words(shellWords).ownProfile} ?dirty=${dirty}>
      ${loaded(this.#own, this.language, (own) => this.#renderForm(own))}
      <button slot="actions" class="button primary" form="form" aria-disabled=${this.#act.busy || !this.#own.value}>
        ${this.words(kitWords).save}
      </button>
    </desk-admin-dialog>`;
  }

  #renderForm(own: { readonly name: string; readonly email: string; readonly languages: readonly string[] } | null) {
    const said = this.words(ownProfileWords);
    const { problem } = this.#act;
    if (!own) return html``;
    return html`<form id="form" class="stack" novalidate @submit=${this.#submit}>
      ${problemNotice(problem, this.language)}
      ${textField({
        id: 'name',
        label: said.name,
        hint: said.nameHint,
        value: this.name ?? own.name,
        required: true,
        maxLength: 100,
        autocomplete: 'name',
        error: fieldMessage(problem, 'name'),
        onInput: (name) => (this.name = name),
      })}
      ${checksField<Locale>({
        id: 'languages',
        label: said.languages,
        value: this.languages ?? LOCALES.filter((locale) => own.languages.includes(locale)),
        choices: LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
        error: fieldMessage(problem, 'languages'),
        onInput: (languages) => (this.languages = languages),
      })}
      <p class="hint">${said.email(own.email)}</p>
    </form>`;
  }
}

define('desk-admin-own-profile', DeskOwnProfile);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-own-profile': DeskOwnProfile;
  }
}
