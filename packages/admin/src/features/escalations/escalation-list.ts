/**
 * @module Escalations that the viewer may accept, above every page.
 */
import { css, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Act } from '../../desk/act.ts';
import {
  clientContext,
  directoryContext,
  liveContext,
  navigationContext,
  Use,
  viewerContext,
} from '../../desk/contexts.ts';
import { nameOf } from '../../desk/directory.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { deskNow, SecondHand } from '../../kit/clock.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { sentenceOf } from '../../kit/problem.ts';
import { toast } from '../../kit/toast.ts';
import { acceptEscalation, escalations, type EscalationItem } from './data.ts';
import { act } from '../../records/act.ts';
import { escalationWords } from './words.ts';

const PAUSE_MS = 400;

export class DeskEscalationOffers extends DeskElement {
  static override styles = [
    base,
    controls,
    css`
      article {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 0.75rem;
        padding: 0.5rem 1rem;
        border-block-end: 1px solid var(--line);
        background: var(--warn-soft);
      }
      article > svg {
        color: var(--warn);
      }
      .words {
        flex: 1 1 16rem;
        min-inline-size: 0;
      }
      .words p {
        overflow-wrap: anywhere;
      }
    `,
  ];

  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #live = new Use(this, liveContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);
  /** The level each conversation was last seen to wait for, so that only its change is asked about. */
  readonly #seen = new Map<string, number | null>();
  #stops: (() => void)[] = [];
  #later: ReturnType<typeof setTimeout> | undefined;
  readonly #open = new Loader(this, {
    args: () => (this.#levels.length > 0 ? ([] as const) : undefined),
    load: async () =>
      (
        await this.#client.value.query(escalations, {
          filter: { state: { eq: 'REQUESTED' }, level: { in: this.#levels } },
          first: 50,
        })
      ).nodes,
  });

  constructor() {
    super();
    new SecondHand(this);
  }

  get #levels(): number[] {
    return [2, 3, 4].filter((level) => can(this.#viewer.maybe, `escalation.level${level}`));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const again = () => {
      this.#later ??= setTimeout(() => {
        this.#later = undefined;
        if (this.#levels.length > 0) void this.#open.reload();
      }, PAUSE_MS);
    };
    this.#stops = [
      this.#live.value.on('conversation', ({ id, escalatedTo }) => {
        if ((this.#seen.get(id) ?? null) !== escalatedTo) again();
        this.#seen.set(id, escalatedTo);
      }),
      this.#live.value.on('resync', again),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
    clearTimeout(this.#later);
  }

  async #accept(item: EscalationItem): Promise<void> {
    const done = await this.#act.run(this.#client.value, acceptEscalation, { id: item.id });
    const { problem } = this.#act;
    void this.#open.reload();
    if (problem) toast(this, { kind: 'danger', text: sentenceOf(problem, this.language) });
    if (!done) return;
    toast(this, { kind: 'ok', text: this.words(escalationWords).accepted });
    this.#navigation.value.go(`/inbox/mine/${item.conversationId}`);
  }

  async #decline({ id }: EscalationItem): Promise<void> {
    if (await act(this, 'declineEscalation', { row: { id }, said: this.words(escalationWords).declined }))
      await this.#open.reload();
  }

  override render() {
    const mine = (this.#open.value ?? []).filter(({ requestedById }) => requestedById !== this.#viewer.value.id);
    return html`<div role="region" aria-label=${this.words(escalationWords).label} aria-live="polite">${repeat(
      mine,
      ({ id }) => id,
      (item) => this.#renderOffer(item),
    )}</div>`;
  }

  #renderOffer(item: EscalationItem) {
    const words = this.words(escalationWords);
    const name =
      item.conversation?.customerName || `…${(item.conversation?.customerId ?? item.conversationId).slice(-4)}`;
    const left = Date.parse(item.dueAt) - deskNow();
    const notes = [
      item.reason,
      item.summary,
      item.raised > 0 ? words.raised : '',
      left > 0 && !item.overdue ? words.left(this.language.elapsed(left)) : words.overdue,
    ].filter(Boolean);
    return html`<article>
      ${icon('up')}
      <div class="words">
        <strong>${words.offer(name, words.levels[item.level as 2], nameOf(this.#directory.maybe, item.requestedById))}</strong>
        <p class="small">${notes.join(' · ')}</p>
      </div>
      <div class="row wrap">
        <a class="button" href=${this.#navigation.value.href(`/inbox/open/${item.conversationId}`)}>${words.view}</a>
        <button class="button primary" type="button" @click=${() => void this.#accept(item)}>${words.accept}</button>
        <button class="button" type="button" @click=${() => void this.#decline(item)}>${words.decline}</button>
      </div>
    </article>`;
  }
}

define('desk-admin-escalation-offers', DeskEscalationOffers);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-escalation-offers': DeskEscalationOffers;
  }
}
