import { css, html, nothing } from 'lit';
import { Act } from '../desk/act.ts';
import { clientContext, navigationContext, Use } from '../desk/contexts.ts';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import { DeskElement, define } from '../kit/element.ts';
import { checksField, textField } from '../kit/field.ts';
import { icon } from '../kit/icon.ts';
import { LANGUAGE_NAMES, LOCALES, type Locale } from '../kit/language.ts';
import { Loader } from '../kit/loader.ts';
import { fieldMessage, sentenceOf } from '../kit/problem.ts';
import { problemNotice } from '../kit/problem-notice.ts';
import { loaded } from '../kit/states.ts';
import { states } from '../kit/state-style.ts';
import { languageMenu } from './account-menu.ts';
import { accountLinkOffer, redeemAccountLink, type AccountOffer } from './link-data.ts';
import { deviceName } from './device-name.ts';
import { joinWords } from './join-words.ts';
import type { Session } from './session.ts';
import { shellWords } from './words.ts';

/** After one of these the link is of no use; anything else may be tried again. */
const isSpent = (code: string): boolean => code.startsWith('LINK_');

/** @summary What a link that an administrator made opens: somebody chooses a password of their own and is signed in. */
export class DeskJoin extends DeskElement {
  static override properties = {
    session: { attribute: false },
    token: {},
    name: { state: true },
    password: { state: true },
    languages: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    css`
      :host {
        display: grid;
        place-items: center;
        min-block-size: 100%;
        padding: 1rem;
        overflow: auto;
      }
      main {
        display: grid;
        gap: 1.25rem;
        inline-size: min(26rem, 100%);
      }
      form {
        display: grid;
        gap: 0.875rem;
        padding: 1.5rem;
        border: 1px solid var(--line);
        border-radius: 0.75rem;
        background: var(--surface);
      }
      .foot {
        display: flex;
        justify-content: center;
      }
    `,
  ];

  declare session: Session;
  token = '';
  name: string | undefined;
  password = '';
  languages: Locale[] | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);
  readonly #offer = new Loader(this, {
    args: () => (this.token ? ([this.token] as const) : undefined),
    load: ([token]) => this.#client.value.query(accountLinkOffer, { token }),
  });

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { token, name, languages } = this;
    // Some password managers fill without an input event.
    const password = this.renderRoot.querySelector<HTMLInputElement>('#password')?.value ?? this.password;
    const signedIn = await this.#act.run(this.#client.value, redeemAccountLink, {
      token,
      password,
      ...(name === undefined ? {} : { name }),
      ...(languages === undefined ? {} : { languages }),
      device: deviceName(navigator.userAgent),
    });
    if (signedIn) {
      await this.session.adopt(signedIn.token);
      return this.#navigation.value.go('/', { replace: true });
    }
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  override render() {
    return html`<main>
      ${this.#renderBody()}
      <div class="foot">${languageMenu(this.language, this)}</div>
    </main>`;
  }

  #renderBody() {
    const problem = this.#act.problem ?? this.#offer.problem;
    if (problem && isSpent(problem.code)) return this.#renderSpent(sentenceOf(problem, this.language));
    return loaded(this.#offer, this.language, (offer) => this.#renderForm(offer));
  }

  #renderSpent(why: string) {
    const said = this.words(joinWords);
    return html`<div class="state" role="alert">
      ${icon('lock')}
      <h1>${said.spent}</h1>
      <p class="muted">${why}</p>
      <a class="button" href=${this.#navigation.value.href('/')}>${said.toSignIn}</a>
    </div>`;
  }

  #renderForm(offer: AccountOffer) {
    const said = this.words(joinWords);
    const shell = this.words(shellWords);
    const { problem, busy } = this.#act;
    const { viewer } = this.session;
    const isNew = offer.kind === 'INVITATION';
    return html`<header>
        <h1>${isNew ? said.welcome(offer.name) : said.newPassword(offer.name)}</h1>
        <p class="muted">${isNew ? said.invited(offer.companyName) : said.forgotten(offer.companyName)}</p>
      </header>
      <form @submit=${this.#submit} novalidate>
        ${problemNotice(problem, this.language)}
        ${viewer ? html`<p class="notice warn">${icon('warning')}<span>${said.other(viewer.name)}</span></p>` : nothing}
        ${textField({ id: 'email', type: 'email', label: said.email, value: offer.email, autocomplete: 'username', disabled: true, onInput: () => undefined })}
        ${isNew ? textField({ id: 'name', label: said.yourName, value: this.name ?? offer.name, required: true, maxLength: 100, autocomplete: 'name', error: fieldMessage(problem, 'name'), onInput: (name) => (this.name = name) }) : nothing}
        ${textField({ id: 'password', type: 'password', label: shell.newPassword, hint: shell.newPasswordHint, value: this.password, required: true, autocomplete: 'new-password', error: fieldMessage(problem, 'password'), onInput: (password) => (this.password = password) })}
        ${isNew ? checksField<Locale>({ id: 'languages', label: said.languages, value: this.languages ?? (offer.languages as Locale[]), choices: LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })), onInput: (languages) => (this.languages = languages) }) : nothing}
        <button class="button primary" aria-disabled=${busy}>${said.begin}</button>
      </form>`;
  }
}

define('desk-admin-join', DeskJoin);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-join': DeskJoin;
  }
}
