/**
 * @module The parts of the board as templates: queues by store, those who wait, agents, notices.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { avatar } from '../../kit/avatar.ts';
import { icon } from '../../kit/icon.ts';
import type { Language } from '../../kit/language.ts';
import type { MenuItem } from '../../kit/menu.ts';
import { emptyState } from '../../kit/states.ts';
import { noticePath, noticeText, type MyNotice } from '../../desk/notice-data.ts';
import type { BoardAgent, BoardRow, BoardStore } from './data.ts';
import { boardWords } from './words.ts';

/** What the parts need of the page. */
export interface BoardView {
  readonly language: Language;
  /** By the desk's clock. */
  readonly now: number;
  readonly href: (path: string) => string;
  readonly teamOf: (teamId: string) => string;
  /** Where a row is shown, below the panel's root. */
  readonly pathOf: (entity: string, id: string) => string;
  readonly can: (permission: string) => boolean;
  readonly act: (what: string, about: BoardStore | BoardRow | BoardAgent | MyNotice) => void;
}

const since = ({ language, now }: BoardView, instant: string): string =>
  language.elapsed(Math.max(0, now - Date.parse(instant)));

export function storeCard(store: BoardStore, view: BoardView): TemplateResult {
  const { language } = view;
  const words = language.words(boardWords);
  const items: MenuItem[] = [
    ...(view.can('peak.switch')
      ? [
          {
            id: store.peak ? 'endPeak' : 'peak',
            label: store.peak ? words.endPeak : words.startPeak,
            icon: 'bolt' as const,
          },
        ]
      : []),
    ...(view.can('routing.configure') ? [{ id: 'settings', label: words.settings, icon: 'edit' as const }] : []),
  ];
  return html`<li class="card store">
    <span class="between"><h2><bdi>${store.name}</bdi></h2>${items.length > 0 ? html`<desk-admin-menu .items=${items} label=${words.actionsFor(store.name)} @desk-pick=${({ detail }: CustomEvent<string>) => view.act(detail, store)}>${icon('more')}</desk-admin-menu>` : nothing}</span>
    <span class="between"><span
      class="count">${words.waitingCount(store.queued)}</span>${store.longestSince ? html`<span class="muted small">${words.longest} <span class="time">${since(view, store.longestSince)}</span></span>` : nothing}</span>
    ${loadBar(store.taken, store.places)}
    <span class="muted small">${words.places(language.number(store.taken), language.number(store.places), store.online)}</span>
    <span class="row wrap"><span
      class="chip">${store.mode === 'AUTO' ? words.auto : words.manual}</span>${store.peak ? html`<span class="chip warn">${icon('bolt', 'small')}${words.peakUntil(language.moment(store.peak.until))}</span>` : nothing}</span>
  </li>`;
}

/**
 * A picture of what the words beside it say; an element of its own kind, because the policy allows no inline styles.
 */
function loadBar(taken: number, places: number): TemplateResult {
  const share = places > 0 ? Math.min(1, taken / places) : 0;
  return html`<meter min="0" max="1" low="0.75" high="0.99" optimum="0" .value=${share} aria-hidden="true"></meter>`;
}

interface RowsOptions {
  readonly rows: readonly BoardRow[];
  readonly label: string;
  readonly kind: 'waiting' | 'silent';
  readonly empty: TemplateResult;
}

export function conversationRows({ rows, label, kind, empty }: RowsOptions, view: BoardView): TemplateResult {
  if (rows.length === 0) return empty;
  const words = view.language.words(boardWords);
  const heads = [words.customer, words.waits, kind === 'waiting' ? words.needs : words.owner];
  return html`<table class="stacking">
    <caption class="visually-hidden">${label}</caption>
    <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}<th scope="col"><span
      class="visually-hidden">${words.actionsFor(words.customer)}</span></th></tr></thead>
    <tbody>${repeat(
      rows,
      ({ conversationId }) => conversationId,
      (row) => conversationRow(row, kind, view),
    )}</tbody>
  </table>`;
}

function conversationRow(row: BoardRow, kind: RowsOptions['kind'], view: BoardView): TemplateResult {
  const words = view.language.words(boardWords);
  const name = row.customerName || words.someone(row.customerId.slice(-4));
  const items: MenuItem[] = [
    {
      id: kind === 'waiting' ? 'take' : 'takeOver',
      label: kind === 'waiting' ? words.take : words.takeOver,
      icon: 'hand',
    },
    { id: 'assign', label: words.assign, icon: 'assign' },
    { id: 'whisper', label: words.whisper, icon: 'note' },
  ];
  const { language } = view;
  const needs = [row.team ? view.teamOf(row.team) : words.anyTeam, language.code('Locale', row.locale), row.priority];
  return html`<tr>
    <th scope="row" data-label=${words.customer}><a
      href=${view.href(`/inbox/open/${row.conversationId}`)}><bdi>${name}</bdi></a><span
      class="preview muted small">${row.preview}</span></th>
    <td data-label=${words.waits}><span class="time">${since(view, row.since)}</span></td>
    <td data-label=${kind === 'waiting' ? words.needs : words.owner}>${kind === 'waiting' ? html`<span class="row wrap">${needs.map((one) => html`<span class="chip">${one}</span>`)}</span>` : html`<bdi>${row.ownerName}</bdi>`}</td>
    <td class="end"><desk-admin-menu .items=${items} label=${words.actionsFor(name)}
      @desk-pick=${({ detail }: CustomEvent<string>) => view.act(detail, row)}>${icon('more')}</desk-admin-menu></td>
  </tr>`;
}

export function agentTable(agents: readonly BoardAgent[], view: BoardView): TemplateResult {
  const words = view.language.words(boardWords);
  if (agents.length === 0) return emptyState({ icon: 'badge', title: words.noAgents, text: words.noAgentsText });
  return html`<table class="stacking">
    <caption class="visually-hidden">${words.agents}</caption>
    <thead><tr>${[words.agent, words.status, words.load].map((head) => html`<th scope="col">${head}</th>`)}<th
      scope="col"><span class="visually-hidden">${words.setPresence}</span></th></tr></thead>
    <tbody>${repeat(
      agents,
      ({ userId }) => userId,
      (agent) => agentRow(agent, view),
    )}</tbody>
  </table>`;
}

function agentRow(agent: BoardAgent, view: BoardView): TemplateResult {
  const { language } = view;
  const words = language.words(boardWords);
  const items: MenuItem[] = [
    ...(view.can('presence.override') ? [{ id: 'presence', label: words.setPresence, icon: 'clock' as const }] : []),
    // Who works for every store cannot be lent.
    ...(agent.storeIds.length > 0 ? [{ id: 'lend', label: words.lend, icon: 'shop' as const }] : []),
  ];
  return html`<tr>
    <th scope="row" data-label=${words.agent}><span class="row">${avatar(agent.name)}<span
      class="grow"><bdi>${agent.name}</bdi><br /><span
      class="muted small">${language.list(agent.teams.map(view.teamOf))}</span></span></span></th>
    <td data-label=${words.status}><span class="row wrap"><span class="presence"
      data-presence=${agent.presence}></span>${language.code('Presence', agent.presence)}
      ${agent.idleSince ? html`<span class="muted small">${words.idle} <span class="time">${since(view, agent.idleSince)}</span></span>` : nothing}
      ${agent.silentInRow > 0 ? html`<span class="chip warn">${words.silentTimes(agent.silentInRow)}</span>` : nothing}</span></td>
    <td data-label=${words.load}><span class="row">${loadBar(agent.load, agent.capacity)}<span
      class="time">${words.loadOf(language.number(agent.load), language.number(agent.capacity))}</span></span></td>
    <td class="end">${items.length > 0 ? html`<desk-admin-menu .items=${items} label=${words.actionsFor(agent.name)} @desk-pick=${({ detail }: CustomEvent<string>) => view.act(detail, agent)}>${icon('more')}</desk-admin-menu>` : nothing}</td>
  </tr>`;
}

export function alertList(alerts: readonly MyNotice[], view: BoardView): TemplateResult | typeof nothing {
  const words = view.language.words(boardWords);
  if (alerts.length === 0) return nothing;
  return html`<section class="card" aria-labelledby="attention">
    <h2 id="attention" class="card-head">${words.attention}</h2>
    <ul class="alerts">
      ${repeat(
        alerts,
        ({ id }) => id,
        (alert) => html`<li>${icon('warning')}<span
          class="grow"><bdi>${noticeText(alert, view.language)}</bdi>${alert.note ? html` <q>${alert.note}</q>` : nothing} <time class="muted small" datetime=${alert.lastAt}>${view.language.moment(alert.lastAt)}</time></span>
        <a class="button tight" href=${view.href(noticePath(alert, view.pathOf))}>${words.open}</a>
        <button class="button tight" type="button" @click=${() => view.act('seen', alert)}>${words.seen}</button></li>`,
      )}
    </ul>
  </section>`;
}
