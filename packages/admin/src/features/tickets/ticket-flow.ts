/** @module Where a ticket stands: the four checkpoints, its node with what leads on, and the flow as a diagram. */
import { css, html, nothing } from 'lit';
import { clientContext, directoryContext, liveContext, Use } from '../../desk/contexts.ts';
import { nameOf, teamNameOf } from '../../desk/directory.ts';
import '../../desk/lazy.ts';
import { RecordWatch } from '../../desk/record-watch.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import type { DrawnNode } from '../../kit/flow-diagram.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { act } from '../../records/act.ts';
import { offersOn } from '../../records/data.ts';
import { ticketFlow, type TicketFlow } from './data.ts';
import { ticketWords } from './words.ts';

type Owner = TicketFlow['nodeOwners'][number];

export class DeskTicketFlow extends DeskElement {
  static override properties = { subject: { attribute: false } };
  static override styles = [
    base,
    controls,
    states,
    css`
      :host {
        display: grid;
        gap: 0.75rem;
      }
      .stamps {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
        gap: 0.5rem;
      }
      .stamps li {
        padding: 0.5rem;
        border: 1px solid var(--line);
        border-radius: 0.5rem;
        overflow-wrap: anywhere;
      }
      .stamps .passed {
        border-color: var(--ok);
        background: var(--ok-soft);
      }
      p {
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare subject: { readonly id: string };
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #ticket = new Loader(this, {
    args: () => (this.subject ? ([this.subject.id] as const) : undefined),
    load: async ([id]) => {
      const client = this.#client.value;
      const [ticket, offers] = await Promise.all([
        client.query(ticketFlow, { id }),
        client.query(offersOn, { entity: 'Ticket', ids: [id] }),
      ]);
      return ticket && { ticket, offered: offers[0]?.actions ?? [] };
    },
  });

  constructor() {
    super();
    new RecordWatch(this, new Use(this, liveContext), {
      entities: ['Ticket'],
      changed: () => void this.#ticket.reload(),
    });
  }

  #owner({ kind, code }: Owner): string {
    if (kind === 'ROLE') return this.language.code('Role', code);
    return kind === 'TEAM'
      ? teamNameOf(this.#directory.maybe, code, this.language)
      : this.language.code('FlowOwnerKind', kind);
  }

  async #finish(id: string, version: number, next: string | undefined, heading: string): Promise<void> {
    const done = await act(this, 'finishTicketStep', {
      row: { id, version },
      fields: ['output'],
      ...(next ? { preset: { next } } : {}),
      heading,
    });
    if (done) await this.#ticket.reload();
  }

  override render() {
    return loaded(this.#ticket, this.language, (known) => {
      if (!known) return nothing;
      const { ticket, offered } = known;
      // Shown: the ways on from the node, where the desk offers its action.
      const finish = offered.find(({ name }) => name === 'finishTicketStep');
      return html`${this.#renderStamps(ticket)}
        ${this.#renderNow(ticket, finish !== undefined && !finish.denial)}
        <desk-admin-lazy .tag=${'desk-admin-flow-diagram'} .load=${() => import('../../kit/flow-diagram.ts')}
          .values=${{ nodes: this.#drawn(ticket), label: this.words(ticketWords).flow }}></desk-admin-lazy>
        ${this.#renderDone(ticket)}`;
    });
  }

  #renderStamps({ checkpoints }: TicketFlow) {
    const words = this.words(ticketWords);
    const { language } = this;
    return html`<ul class="stamps" aria-label=${words.checkpoints}>${Object.keys(language.names('FlowCheckpoint')).map(
      (code) => {
        const stamp = checkpoints.find(({ checkpoint }) => checkpoint === code);
        const who = stamp ? (stamp.userId ? nameOf(this.#directory.maybe, stamp.userId) : words.byDesk) : '';
        return html`<li class=${stamp ? 'passed' : ''} title=${stamp?.note ?? ''}>
        ${stamp ? icon('check', 'small') : nothing} <strong>${language.code('FlowCheckpoint', code)}</strong>
        <p class="small muted">${stamp ? `${language.moment(stamp.at)} · ${who}` : words.open}</p>
      </li>`;
      },
    )}</ul>`;
  }

  #renderNow(
    { id, version, node: code, nodeNext, stepBy, sleepUntil, nodeOwners, asked, flowVersion }: TicketFlow,
    mayFinish: boolean,
  ) {
    const words = this.words(ticketWords);
    const { language } = this;
    const nodes = flowVersion?.nodes ?? [];
    const node = nodes.find((one) => one.code === code);
    if (!node) return nothing;
    const ways = nodeNext.length > 0 ? nodeNext : [undefined];
    const titleOf = (next: string) =>
      `${next} ${language.of(nodes.find((one) => one.code === next)?.name ?? { en: '', zh: '' })}`;
    return html`<div>
      <h3>${words.now(titleOf(code))}</h3>
      <p>${language.of(node.does)}</p>
      <p class="small muted">${words.owners(language.list(nodeOwners.map((owner) => this.#owner(owner))))} ·
        ${sleepUntil ? words.asleep(language.moment(sleepUntil)) : stepBy ? words.due(language.moment(stepBy)) : words.noDue} ·
        ${words.output(language.of(node.output))}</p>
      ${asked ? html`<p>${icon('info', 'small')} ${words.asked(this.#owner(asked.to), asked.question)}</p>` : nothing}
      ${
        mayFinish
          ? html`<div class="row wrap">${ways.map((next) => {
              const label = next ? words.finish(titleOf(next)) : words.finishLast;
              return html`<button class="button" type="button"
                @click=${() => void this.#finish(id, version, next, label)}>${icon('right', 'small')}${label}</button>`;
            })}</div>`
          : nothing
      }
    </div>`;
  }

  #drawn({ node: now, done, flowVersion }: TicketFlow): DrawnNode[] {
    return (flowVersion?.nodes ?? []).map(({ code, name, owners, next }) => ({
      code,
      title: this.language.of(name),
      below: this.language.list(owners.map((owner) => this.#owner(owner))),
      next,
      look: code === now ? 'now' : done.some(({ node }) => node === code) ? 'done' : undefined,
    }));
  }

  #renderDone({ done }: TicketFlow) {
    if (done.length === 0) return nothing;
    const words = this.words(ticketWords);
    return html`<div><h3>${words.done}</h3>
      <ul>${done.map(
        ({ node, at, userId, output }) => html`<li><p><strong>${node}</strong> ${output}</p>
          <p class="small muted">${this.language.moment(at)} · ${userId ? nameOf(this.#directory.maybe, userId) : words.byDesk}</p></li>`,
      )}</ul></div>`;
  }
}

define('desk-admin-ticket-flow', DeskTicketFlow);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-ticket-flow': DeskTicketFlow;
  }
}
