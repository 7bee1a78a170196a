import { newId } from '@shopdesk/core/client';
import { css, html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, navigationContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField, checkField } from '../../kit/field.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { toast } from '../../kit/toast.ts';
import { leaveMessage } from './data.ts';
import { boardWords } from './words.ts';

/** @summary Leaves a message for a customer who is not there; he sees it on his next visit (R-CH-16). */
export class DeskLeaveMessage extends DeskElement {
  static override properties = { subject: { attribute: false }, text: { state: true }, confirmed: { state: true } };
  static override styles = [
    base,
    controls,
    css`
      form {
        display: grid;
        gap: 0.5rem;
        justify-items: start;
      }
      form > * {
        inline-size: 100%;
      }
      form > .button {
        inline-size: auto;
      }
    `,
  ];

  declare subject: { readonly customerId: string };
  text = '';
  confirmed = false;
  #clientMsgId = newId();
  readonly #client = new Use(this, clientContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const input = {
      id: this.subject.customerId,
      clientMsgId: this.#clientMsgId,
      text: this.text,
      confirmedHits: this.confirmed,
    };
    if (!(await this.#act.run(this.#client.value, leaveMessage, input)))
      return this.renderRoot.querySelector<HTMLElement>('textarea')?.focus();
    this.text = '';
    this.confirmed = false;
    this.#clientMsgId = newId();
    toast(this, { kind: 'ok', text: this.words(boardWords).messageLeft });
  }

  override render() {
    if (!this.subject) return nothing;
    const words = this.words(boardWords);
    const { problem, busy } = this.#act;
    const open = problem?.details['conversationId'];
    const warned = problem?.code === 'FORBIDDEN_TERM' && problem.details['confirmable'] === true;
    return html`<form novalidate @submit=${this.#submit}>
      ${problemNotice(problem?.code === 'VALIDATION_FAILED' ? undefined : problem, this.language)}
      ${typeof open === 'string' ? html`<a class="button tight" href=${this.#navigation.value.href(`/inbox/open/${open}`)}>${words.open}</a>` : nothing}
      ${areaField({ id: 'text', label: words.leaveMessage, hint: words.leaveMessageHint, value: this.text, maxLength: 2000, rows: 3, error: fieldMessage(problem, 'text'), onInput: (text) => (this.text = text) })}
      ${warned ? checkField({ id: 'confirmed', label: words.sendAnyway, value: this.confirmed, onInput: (value) => (this.confirmed = value) }) : nothing}
      <button class="button" aria-disabled=${busy}>${words.leaveIt}</button>
    </form>`;
  }
}

define('desk-admin-leave-message', DeskLeaveMessage);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-leave-message': DeskLeaveMessage;
  }
}
