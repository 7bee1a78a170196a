import { DeskError } from '@shopdesk/core/client';
import { css, html, nothing } from 'lit';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import { DeskElement, define } from '../kit/element.ts';
import { checkField, textField } from '../kit/basic-field.ts';
import { icon } from '../kit/icon.ts';
import { fieldMessage, problemOf, sentenceOf, type Problem } from '../kit/problem.ts';
import { toast } from '../kit/toast.ts';
import { languageMenu } from './account-menu.ts';
import type { Session } from './session.ts';
import { shellWords } from './words.ts';

/** @summary The sign-in form; `again` when a session has ended and its pages are kept. */
export class DeskSignIn extends DeskElement {
  static override properties = {
    session: { attribute: false },
    again: { type: Boolean, reflect: true },
    email: { state: true },
    password: { state: true },
    chosen: { state: true },
    problem: { state: true },
    remember: { state: true },
    plain: { state: true },
    busy: { state: true },
    failure: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: grid;
        place-items: center;
        min-block-size: 100%;
        padding: 1rem;
        background: var(--ground);
      }
      :host([again]) {
        place-items: stretch;
        /* A share of the dialog's height would leave out the sentence above the form. */
        min-block-size: 0;
        background: none;
        padding: 0;
      }
      main {
        display: grid;
        gap: 1.25rem;
        inline-size: min(22rem, 100%);
      }
      form {
        display: grid;
        gap: 0.875rem;
        padding: 1.5rem;
        border: 1px solid var(--line);
        border-radius: 0.75rem;
        background: var(--surface);
      }
      :host([again]) form {
        padding: 0;
        border: 0;
        background: none;
      }
      header {
        display: flex;
        align-items: center;
        gap: 0.75rem;
      }
      .mark {
        display: grid;
        place-items: center;
        inline-size: 2.5rem;
        block-size: 2.5rem;
        border-radius: 0.75rem;
        background: var(--accent);
        color: var(--on-accent);
      }
      .password {
        position: relative;
      }
      .password > button {
        position: absolute;
        inset-block-end: 0.0625rem;
        inset-inline-end: 0.0625rem;
      }
      .password.noted > button {
        inset-block: 1.5rem auto;
      }
      .foot {
        display: flex;
        justify-content: center;
      }
    `,
  ];

  declare session: Session;
  again = false;
  email = '';
  password = '';
  /** The new password, where somebody else chose the present one. */
  chosen: string | undefined;
  problem: Problem | undefined;
  remember = false;
  plain = false;
  busy = false;
  failure = '';

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    this.#takeAutofill();
    this.busy = true;
    this.failure = '';
    this.problem = undefined;
    // This form is gone as soon as somebody is signed in.
    const panel = this.closest('.panel') ?? this;
    try {
      const { email, password, chosen, remember } = this;
      const failedBefore = await this.session.signIn({
        email: email.trim(),
        password,
        remember,
        ...(chosen === undefined ? {} : { newPassword: chosen }),
      });
      this.password = '';
      this.chosen = undefined;
      if (failedBefore > 0) toast(panel, { kind: 'warn', text: this.words(shellWords).failedBefore(failedBefore) });
    } catch (error) {
      await this.#refused(error);
    } finally {
      this.busy = false;
    }
  }

  async #refused(error: unknown): Promise<void> {
    if (error instanceof DeskError && error.details['cause'] === 'password_change') this.chosen = '';
    else this.failure = this.#sentence(error);
    this.problem = problemOf(error);
    await this.updateComplete;
    this.renderRoot
      .querySelector<HTMLElement>(
        this.chosen === undefined || (this.problem.code === 'UNAUTHENTICATED' && this.failure)
          ? '#password'
          : '#new-password',
      )
      ?.focus();
  }

  /** Some password managers fill without an input event. */
  #takeAutofill(): void {
    const read = (id: string) => this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '';
    this.email = read('email');
    this.password = read('password');
    if (this.chosen !== undefined) this.chosen = read('new-password');
  }

  /** What was chosen was for the other person. */
  #setEmail(email: string): void {
    this.email = email;
    this.chosen = undefined;
  }

  #sentence(error: unknown): string {
    const words = this.words(shellWords);
    if (error instanceof DeskError && error.code === 'UNAUTHENTICATED') return words.wrongCredentials;
    if (error instanceof DeskError && error.code === 'RATE_LIMITED')
      return words.tooManyAttempts(error.retryAfterMs && Math.ceil(error.retryAfterMs / 1000));
    return sentenceOf(problemOf(error), this.language);
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>(this.session.hosted ? 'button' : '#email')?.focus();
  }

  override render() {
    return this.again
      ? this.#renderForm()
      : html`<main>${this.#renderHeader()} ${this.#renderForm()}
      <p class="muted">${this.words(shellWords).forgotten}</p>
      <div class="foot">${languageMenu(this.language, this)}</div>
    </main>`;
  }

  #renderHeader() {
    const words = this.words(shellWords);
    return html`<header>
      <span class="mark">${icon('chat')}</span>
      <div>
        <h1>${words.signInTitle}</h1>
        <p class="muted">${words.signInText}</p>
      </div>
    </header>`;
  }

  #renderForm() {
    const words = this.words(shellWords);
    if (this.session.hosted)
      return html`<form @submit=${(event: Event) => (event.preventDefault(), void this.session.renew())}>
        <p class="notice warn">${icon('warning')}<span>${words.hostSessionEnded}</span></p>
        <button class="button primary">${words.signIn}</button>
      </form>`;
    return html`<form @submit=${this.#submit} aria-label=${words.signIn} novalidate>
      ${this.failure ? html`<p class="notice danger" role="alert">${icon('warning')}<span>${this.failure}</span></p>` : nothing}
      ${textField({ id: 'email', type: 'email', label: words.email, value: this.email, autocomplete: 'username', required: true, onInput: (value) => this.#setEmail(value) })}
      <div class="password">
        ${textField({ id: 'password', type: this.plain ? 'text' : 'password', label: words.password, value: this.password, autocomplete: 'current-password', required: true, onInput: (value) => (this.password = value) })}
        <button class="button plain icon-only" type="button" aria-pressed=${this.plain}
          aria-label=${this.plain ? words.hidePassword : words.showPassword} @click=${() => (this.plain = !this.plain)}>${icon('eye')}</button>
      </div>
      ${this.#renderChoice()}
      ${checkField({ id: 'remember', label: words.remember, value: this.remember, onInput: (value) => (this.remember = value) })}
      <button class="button primary"
        aria-disabled=${this.busy}>${this.busy ? html`<span class="spinner" aria-hidden="true"></span>` : nothing}${this.chosen === undefined ? words.signIn : words.chooseAndSignIn}</button>
    </form>`;
  }

  #renderChoice() {
    const words = this.words(shellWords);
    if (this.chosen === undefined) return nothing;
    return html`<p class="notice" role="status">${icon('lock')}<span>${words.chooseOwn}</span></p>
      ${textField({ id: 'new-password', type: this.plain ? 'text' : 'password', label: words.newPassword, hint: words.newPasswordHint, value: this.chosen, autocomplete: 'new-password', required: true, error: fieldMessage(this.problem, 'newPassword'), onInput: (value) => (this.chosen = value) })}`;
  }
}

define('desk-admin-sign-in', DeskSignIn);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-sign-in': DeskSignIn;
  }
}
