import { RESUME_WAITING, shopperGraphql } from '@shopdesk/core/client';
import { css, html, LitElement, nothing } from 'lit';
import type { DeskConnection } from '../../connection/connection.ts';
import { base } from '../../elements/base-styles.ts';
import { define } from '../../elements/define.ts';
import type { Texts } from '../../texts/texts.ts';
import { noticeStyles } from '../../elements/notice-styles.ts';
import type { RenderNotice } from '../../feature.ts';

/** Whoever the shop has signed in may have told it an address; a guest has none. */
const MY_EMAIL = shopperGraphql('query MyEmail { customers(first: 1) { nodes { email } } }');

/**
 * Nobody is there: says so, and takes an address for the answer. The message itself is written where messages
 * are always written, so nothing typed is ever lost between two forms.
 *
 * @summary Offline form.
 */
export class DeskOfflineForm extends LitElement {
  static override properties = {
    text: {},
    served: { type: Boolean },
    connection: { attribute: false },
    texts: { attribute: false },
    _problem: { state: true },
    _busy: { state: true },
    _editing: { state: true },
    _known: { state: true },
  };
  static override styles = [
    base,
    noticeStyles,
    css`
      form,
      .saved {
        margin-block-start: 10px;
      }
      label {
        display: block;
        margin-block-end: 4px;
      }
    `,
  ];
  declare text: string;
  declare served: boolean | undefined;
  declare connection: DeskConnection;
  declare texts: Texts;
  declare _problem: string;
  declare _busy: boolean;
  declare _editing: boolean;
  /** The address that the shop knows the shopper by. */
  declare _known: string | undefined;

  constructor() {
    super();
    this.text = '';
    this._problem = '';
    this._busy = false;
    this._editing = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#ask();
  }

  /** What was typed here wins over what the shop knows. */
  get #email(): string | undefined {
    return this.connection.contactEmail ?? this._known;
  }

  /** Without an answer the address is asked for, as from a guest. */
  async #ask(): Promise<void> {
    const { client, isVerified } = this.connection;
    if (!isVerified) return;
    const mine = await client.query(MY_EMAIL, {}).catch(() => undefined);
    this._known = mine?.nodes[0]?.email ?? undefined;
  }

  override render() {
    const { texts, served } = this;
    const { shown } = this.connection;
    const email = this.#email;
    // The place that was given up while the shopper was away stays known.
    const place = shown.conversation?.state === 'OFFLINE' && shown.conversation.queuedAt;
    return html`${place ? html`<p>${texts.queue.away}</p>` : html`<p><bdi>${this.text}</bdi></p>`}
      ${place && served ? html`<p><button type="button" class="button" ?disabled=${this._busy} @click=${this.#back}>${texts.queue.back}</button></p>` : nothing}
      <p class="muted">${texts.offline.emailHint}</p>
      ${
        email && !this._editing
          ? html`<div class="row saved">
            <p role="status">${texts.offline.saved(email)}</p>
            <button type="button" class="button" @click=${this.#edit}>${texts.edit}</button>
          </div>`
          : this.#renderForm()
      }`;
  }

  #renderForm() {
    const { texts, _problem } = this;
    return html`<form novalidate @submit=${this.#submit}>
      <label class="muted" for="email">${texts.offline.email}</label>
      <div class="row">
        <input id="email" type="email" autocomplete="email" maxlength="254" dir="ltr"
          .value=${this.#email ?? ''} aria-invalid=${_problem ? 'true' : 'false'} aria-describedby="problem" />
        <button class="button" ?disabled=${this._busy}>${texts.offline.save}</button>
      </div>
      <p id="problem" class="problem" role="alert">${_problem || nothing}</p>
    </form>`;
  }

  readonly #back = async (): Promise<void> => {
    const { client, shown } = this.connection;
    this._busy = true;
    try {
      shown.update(
        await this.connection.authorised(() =>
          client.mutate(RESUME_WAITING, { input: { id: shown.conversation?.id ?? '' } }),
        ),
      );
      this._problem = '';
    } catch (error) {
      this._problem = (error as Error).message;
    }
    this._busy = false;
  };

  readonly #edit = (): void => {
    this._editing = true;
    void this.#focus('input');
  };

  /** What was pressed is gone; without another place in the window the keyboard would be out of it. */
  async #focus(selector: 'button' | 'input'): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const input = this.renderRoot.querySelector('input');
    const email = input?.value.trim() ?? '';
    if (!email || !input?.checkValidity()) {
      this._problem = this.texts.offline.invalid;
      input?.focus();
      return;
    }
    this._busy = true;
    try {
      await this.connection.leaveContact(email);
      this._editing = false;
      this._problem = '';
      await this.#focus('button');
    } catch (error) {
      const { code } = error as { code?: string };
      this._problem = code === 'VALIDATION_FAILED' ? this.texts.offline.invalid : this.texts.panel.featureFailed;
    }
    this._busy = false;
  };
}

/** How the window shows it. */
export const render: RenderNotice = ({ connection, service, settings, host, texts }) =>
  html`<desk-offline
    .text=${service.served ? texts.queue.left : (settings?.look.offlineText[host.locale === 'zh-CN' ? 'zh' : 'en'] ?? texts.panel.away)}
    .served=${service.served}
    .connection=${connection}
    .texts=${texts}
  ></desk-offline>`;

define('desk-offline', DeskOfflineForm);
