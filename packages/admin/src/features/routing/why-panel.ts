import { css, html, nothing } from 'lit';
import { clientContext, directoryContext, Use } from '../../desk/contexts.ts';
import type { ConversationItem } from '../../desk/rows.ts';
import { RowOffers } from '../../desk/offers.ts';
import { teamNameOf } from '../../desk/directory.ts';
import { base } from '../../kit/base-style.ts';
import { deskNow } from '../../kit/clock.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { toast, toastProblem } from '../../kit/toast.ts';
import { explainRouting, requestHelp, type ConsideredAgent, type Explanation } from './data.ts';
import { boardWords } from './words.ts';

type Waiting = NonNullable<Explanation['waiting']>;

/** Sets of codes of which an obstacle names one. */
const SETS = { PRESENCE: 'Presence', LANGUAGE: 'Locale', MODE: 'TalkMode' } as const;

/** @summary Why a customer waits, person by person, or why he is with his agent. */
export class DeskWhy extends DeskElement {
  static override properties = { subject: { attribute: false }, opened: { state: true } };
  static override styles = [
    base,
    controls,
    states,
    css`
      summary {
        cursor: pointer;
        color: var(--accent-ink);
      }
      .help {
        padding-block-start: 0.375rem;
      }
      .stack {
        display: grid;
        gap: 0.375rem;
        padding-block-start: 0.375rem;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.5rem;
        align-items: center;
        justify-content: space-between;
        padding-block: 0.25rem;
        border-block-end: 1px solid var(--line);
      }
    `,
  ];

  declare subject: ConversationItem;
  opened = false;
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #offers = new RowOffers(this, {
    client: () => this.#client.value,
    entity: 'Conversation',
    rows: () =>
      this.opened && this.subject
        ? [{ id: this.subject.id, version: `${this.subject.state} ${this.subject.ownerId ?? ''}` }]
        : [],
  });
  readonly #why = new Loader(this, {
    args: () =>
      this.opened && this.subject
        ? ([
            this.subject.id,
            this.subject.state,
            this.subject.ownerId,
            this.subject.priority,
            this.subject.intent,
          ] as const)
        : undefined,
    load: ([conversationId]) => this.#client.value.query(explainRouting, { conversationId }),
  });

  async #askHelp(): Promise<void> {
    try {
      await this.#client.value.mutate(requestHelp, { input: { id: this.subject.id, note: '' } });
      toast(this, { kind: 'ok', text: this.words(boardWords).helpAsked });
    } catch (error) {
      toastProblem(this, error, this.language);
    }
  }

  /** What stands in the way, where it is a code. */
  #named(code: keyof typeof SETS | (string & {}), detail: string): string {
    if (code === 'TEAM') return teamNameOf(this.#directory.maybe, detail, this.language);
    const set = SETS[code as keyof typeof SETS];
    return set ? this.language.code(set, detail) : detail;
  }

  override render() {
    const words = this.words(boardWords);
    if (!this.subject) return nothing;
    // Shown: what the reasons are about.
    const waits = this.subject.state === 'QUEUED';
    return html`<details @toggle=${(event: Event) => (this.opened = (event.target as HTMLDetailsElement).open)}>
      <summary>${waits ? words.whyWaiting : this.subject.ownerId ? words.whyAgent : words.why}</summary>
      ${this.opened && this.#offers.allows(this.subject, 'requestHelp') ? html`<p class="help"><button class="button tight" type="button" @click=${() => void this.#askHelp()}>${icon('hand', 'small')}${words.askHelp}</button></p>` : nothing}
      ${this.opened ? html`<div class="stack" aria-live="polite">${loaded(this.#why, this.language, (why) => this.#renderWhy(why))}</div>` : nothing}
    </details>`;
  }

  #renderWhy({ waiting, decision, mode }: Explanation) {
    const words = this.words(boardWords);
    if (waiting) return this.#renderWaiting(waiting, mode);
    if (!decision) return html`<p class="muted">${words.whyUnknown}</p>`;
    const { name, how, because, waitedSeconds, at, others } = decision;
    return html`<p><strong>${words.how[how](name)}</strong> ${because ? words.becauseOf(this.language.code('RoutedBecause', because)) : ''} ${waitedSeconds === null ? '' : words.waited(this.language.elapsed(waitedSeconds * 1000))}</p>
      <time class="muted small" datetime=${at}>${this.language.full(at)}</time>
      ${this.#renderAgents(others)}`;
  }

  #renderWaiting(
    { place, headStartSeconds, team, locale, relaxAt, preferredName, agents }: Waiting,
    mode: Explanation['mode'],
  ) {
    const words = this.words(boardWords);
    const facts = [
      words.place(place),
      ...(headStartSeconds > 0 ? [words.headStart(this.language.elapsed(headStartSeconds * 1000))] : []),
      ...(team ? [words.needsTeam(teamNameOf(this.#directory.maybe, team, this.language))] : []),
      words.needsLocale(this.language.code('Locale', locale)),
    ];
    return html`<p>${icon('info', 'small')} <strong>${this.#hold(agents, mode)}</strong></p>
      <p class="small">${this.language.list(facts)}. ${Date.parse(relaxAt) > deskNow() ? words.relaxesAt(this.language.time(relaxAt)) : words.relaxed} ${preferredName ? words.prefers(preferredName) : ''}</p>
      ${this.#renderAgents(agents)}`;
  }

  #hold(agents: readonly ConsideredAgent[], mode: Explanation['mode']): string {
    const words = this.words(boardWords);
    if (mode === 'MANUAL') return words.byHand;
    if (agents.some(({ obstacles }) => obstacles.length === 0)) return words.nextSoon;
    // Shown: which obstacle is the one that counts.
    const online = agents.filter(({ presence }) => presence === 'ONLINE');
    if (online.length === 0) return words.nobodyOnline;
    return online.some(({ obstacles }) => obstacles.every(({ code }) => code === 'CAPACITY'))
      ? words.everybodyFull
      : words.nobodyFits;
  }

  #renderAgents(agents: readonly ConsideredAgent[]) {
    const words = this.words(boardWords);
    if (agents.length === 0) return nothing;
    return html`<h4 class="small">${words.others}</h4>
      <ul>
        ${agents.map(
          ({ name, obstacles, load, capacity }) =>
            html`<li><bdi>${name}</bdi><span class="row wrap">${
              obstacles.length === 0
                ? html`<span
                  class="chip ok">${words.fits} ${words.loadOf(this.language.number(load), this.language.number(capacity))}</span>`
                : obstacles.map(
                    ({ code, detail }) =>
                      html`<span class="chip">${words.obstacle[code](this.#named(code, detail))}</span>`,
                  )
            }</span></li>`,
        )}
      </ul>`;
  }
}

define('desk-admin-why', DeskWhy);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-why': DeskWhy;
  }
}
