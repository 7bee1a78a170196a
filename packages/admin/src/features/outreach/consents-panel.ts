import { css, html, nothing } from 'lit';
import { clientContext, directoryContext, Use, viewerContext } from '../../desk/contexts.ts';
import { nameOf } from '../../desk/directory.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { Loader } from '../../kit/loader.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { act } from '../../records/act.ts';
import { consentChoices, consentEvents, type ConsentChoice } from './data.ts';
import { consentWords } from './words.ts';

const MOST_EVENTS = 20;

/** @summary What a customer wants to be written to about, with everything that they have said (R-SEC-03). */
export class DeskConsents extends DeskElement {
  static override properties = { subject: { attribute: false } };
  static override styles = [
    base,
    controls,
    states,
    css`
      li {
        padding-block: 0.3125rem;
      }
      .between {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 0.75rem;
      }
      h3 {
        margin-block: 0.75rem 0.25rem;
        font-size: 0.875rem;
      }
    `,
  ];

  /** A customer. */
  declare subject: { readonly customerId: string };
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #said = new Loader(this, {
    args: () => (this.subject ? ([this.subject.customerId] as const) : undefined),
    load: async ([customerId]) => {
      const [{ purposes }, events] = await Promise.all([
        this.#client.value.query(consentChoices, { customerId }),
        this.#client.value.query(consentEvents, { filter: { customerId: { eq: customerId } }, first: MOST_EVENTS }),
      ]);
      return { purposes, events: events.nodes };
    },
  });

  /** Begins with the other choice than the one that holds. */
  async #record({ purpose, given }: ConsentChoice, called: string): Promise<void> {
    const heading = this.words(consentWords).recordFor(called);
    const done = await act(this, 'recordConsent', {
      row: { id: this.subject.customerId },
      heading,
      preset: { purpose },
      begin: { given: given !== true },
      fields: ['given', 'channel', 'proof'],
    });
    if (done) await this.#said.reload();
  }

  override render() {
    return html`${loaded(this.#said, this.language, ({ purposes, events }) => {
      const words = this.words(consentWords);
      const names = new Map(purposes.map(({ purpose, called }) => [purpose, this.language.of(called)]));
      if (purposes.length === 0) return html`<p class="muted">${words.empty}</p>`;
      return html`<ul>${purposes.map((one) => this.#renderPurpose(one, names.get(one.purpose) ?? one.purpose))}</ul>
        <h3>${words.history}</h3>
        ${
          events.length === 0
            ? html`<p class="muted">${words.nothing}</p>`
            : html`<ol>${events.map(
                (event) => html`<li>
                  <span class="between"><span>${names.get(event.purpose) ?? event.purpose}</span>
                    <b>${event.given ? words.yes : words.no}</b></span>
                  <span class="muted small">${[
                    this.language.moment(event.at),
                    event.channel ? this.language.code('OutreachChannel', event.channel) : words.allChannels,
                    this.language.code('ConsentSource', event.source),
                    event.userId ? nameOf(this.#directory.value, event.userId) : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}</span>
                  ${event.proof ? html`<br /><span class="small">${words.proof}${this.language.locale === 'en' ? ': ' : '：'}<q>${event.proof}</q></span>` : nothing}
                </li>`,
              )}</ol>`
        }`;
    })}`;
  }

  #renderPurpose(choice: ConsentChoice, called: string) {
    const words = this.words(consentWords);
    const { basis, given } = choice;
    const now = given === null ? words.unsaid : given ? words.yes : words.no;
    return html`<li class="between">
      <span><b>${called}</b><br /><span
        class="muted small">${this.language.code('OutreachBasis', basis)} · ${now}</span></span>
      ${
        can(this.#viewer.maybe, 'customer.edit')
          ? html`<button class="button tight" type="button" aria-label=${words.recordFor(called)}
              @click=${() => void this.#record(choice, called)}>${words.record}</button>`
          : nothing
      }
    </li>`;
  }
}

define('desk-admin-consents', DeskConsents);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-consents': DeskConsents;
  }
}
