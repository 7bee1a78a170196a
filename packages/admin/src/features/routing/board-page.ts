/**
 * @module The supervisor's board: queues, people and who waits longest, live, and what to do about it. One question
 * brings all of it; changes on the desk are gathered for a moment before it is asked again.
 */
import { html, nothing } from 'lit';
import {
  clientContext,
  directoryContext,
  liveContext,
  navigationContext,
  Use,
  viewerContext,
} from '../../desk/contexts.ts';
import { teamNameOf } from '../../desk/directory.ts';
import '../../desk/lazy.ts';
import { featuresContext } from '../../desk/panels.ts';
import { can } from '../../desk/viewer.ts';
import { avatars } from '../../kit/avatar.ts';
import { base } from '../../kit/base-style.ts';
import { deskNow, SecondHand } from '../../kit/clock.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { shortcutOf } from '../../kit/keys.ts';
import { Loader } from '../../kit/loader.ts';
import '../../kit/menu.ts';
import { presenceStyle } from '../../kit/presence-style.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast, toastProblem } from '../../kit/toast.ts';
import { act } from '../../records/act.ts';
import { rowPath } from '../../records/row-path.ts';
import { myNotices, seeNotice, type MyNotice } from '../../desk/notice-data.ts';
import { agentTable, alertList, conversationRows, storeCard, type BoardView } from './board-parts.ts';
import { boardStyle } from './board-style.ts';
import { liveBoard, takeConversation, type Board, type BoardAgent, type BoardRow, type BoardStore } from './data.ts';
import { boardWords } from './words.ts';

const DIALOGS = {
  settings: { tag: 'desk-admin-routing-dialog', load: () => import('./routing-dialog.ts') },
  assign: { tag: 'desk-admin-board-assign', load: () => import('./assign-dialog.ts') },
  takeOver: { tag: 'desk-admin-board-assign', load: () => import('./assign-dialog.ts') },
  whisper: { tag: 'desk-admin-whisper', load: () => import('./whisper-dialog.ts') },
} as const;
type DialogName = keyof typeof DIALOGS;

const HOUR_MS = 3_600_000;

interface NamedAction {
  readonly action: string;
  /** How long it usually lasts. */
  readonly hours?: number;
}

/** What has no dialog of its own, because its definition says enough. */
const NAMED: Readonly<Record<'peak' | 'endPeak' | 'lend' | 'presence', NamedAction>> = {
  peak: { action: 'startPeakMode', hours: 2 },
  endPeak: { action: 'endPeakMode' },
  lend: { action: 'lendAgent', hours: 4 },
  presence: { action: 'setPresence' },
};

/** Changes within this time cost one question. */
const PAUSE_MS = 500;
const RECORDS = ['Notice', 'RoutingPolicy'];

export class DeskBoard extends DeskElement {
  static override properties = { storeId: { state: true }, dialog: { state: true }, about: { state: true } };
  static override styles = [base, controls, states, tables, avatars, presenceStyle, boardStyle];

  storeId = '';
  dialog: DialogName | '' = '';
  about: unknown;
  #skew = 0;
  #stops: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #live = new Use(this, liveContext);
  readonly #features = new Use(this, featuresContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #board = new Loader(this, {
    args: () => [this.storeId] as const,
    load: async ([storeId]) => {
      const [board, alerts] = await Promise.all([
        this.#client.value.query(liveBoard, storeId ? { storeId } : {}),
        this.#client.value.query(myNotices, { first: 20 }),
      ]);
      this.#skew = Date.parse(board.now) - Date.now();
      return { board, alerts: alerts.notices };
    },
  });

  constructor() {
    super();
    new SecondHand(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const live = this.#live.value;
    const soon = () => this.#soon();
    this.#stops = [
      live.on('conversation', soon),
      live.on('colleague', soon),
      live.on('transfer', soon),
      live.on('resync', soon),
      live.on('record', ({ entity }) => RECORDS.includes(entity) && soon()),
    ];
    document.addEventListener('keydown', this.#keys);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    document.removeEventListener('keydown', this.#keys);
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#board.reload();
    }, PAUSE_MS);
  }

  readonly #keys = (event: KeyboardEvent): void => {
    const longest = this.#board.value?.board.waiting[0];
    if (longest && shortcutOf(event, (this.getRootNode() as ShadowRoot).host ?? this) === 'w') this.#go(longest);
  };

  #go({ conversationId }: BoardRow): void {
    this.#navigation.value.go(`/inbox/open/${conversationId}`);
  }

  async #act(what: string, about: unknown): Promise<void> {
    if (what in DIALOGS) {
      this.about = what === 'takeOver' ? { ...(about as BoardRow), toMe: true } : about;
      this.dialog = what as DialogName;
      return;
    }
    if (what in NAMED) return this.#named(what as keyof typeof NAMED, about as BoardStore | BoardAgent);
    try {
      if (what === 'seen') await this.#client.value.mutate(seeNotice, { input: { id: (about as MyNotice).id } });
      if (what === 'take') {
        await this.#client.value.mutate(takeConversation, { input: { id: (about as BoardRow).conversationId } });
        return this.#go(about as BoardRow);
      }
    } catch (error) {
      toastProblem(this, error, this.language);
    }
    await this.#board.reload();
  }

  /** An action on a store or on an agent, in the dialog that is drawn from its definition. */
  async #named(what: keyof typeof NAMED, about: BoardStore | BoardAgent): Promise<void> {
    const { action, hours } = NAMED[what];
    const row = 'userId' in about ? { ...about, id: about.userId } : { ...about, id: about.storeId };
    const until = hours && new Date(deskNow() + hours * HOUR_MS).toISOString();
    const done = await act(this, action, { row, ...(until ? { begin: { until } } : {}) });
    if (done) await this.#board.reload();
  }

  #done(): void {
    this.dialog = '';
    toast(this, { kind: 'ok', text: this.words(boardWords).done });
    void this.#board.reload();
  }

  override render() {
    const words = this.words(boardWords);
    const stores = [...this.#directory.value.stores.values()];
    const longest = this.#board.value?.board.waiting[0];
    return html`<div class="page">
      <div class="page-head">
        <h1>${words.title}</h1>
        ${
          stores.length > 1
            ? selectField({
                id: 'store',
                label: words.store,
                value: this.storeId,
                empty: words.allStores,
                choices: stores.map(({ id, name }) => ({ value: id, label: name })),
                onInput: (storeId) => (this.storeId = storeId),
              })
            : nothing
        }
        <button class="button primary" type="button" aria-disabled=${!longest}
          @click=${() => longest && this.#go(longest)}>${icon('bolt')}${longest ? words.toLongest : words.noLongest}<kbd class="kbd">w</kbd></button>
      </div>
      ${loaded(this.#board, this.language, ({ board, alerts }) => this.#renderBoard(board, alerts))}
      ${this.#renderDialog()}
    </div>`;
  }

  #renderBoard(board: Board, alerts: readonly MyNotice[]) {
    const words = this.words(boardWords);
    const view: BoardView = {
      language: this.language,
      now: Date.now() + this.#skew,
      href: (path) => this.#navigation.value.href(path),
      teamOf: (teamId) => teamNameOf(this.#directory.value, teamId, this.language),
      pathOf: (entity, id) => rowPath(this.#features.maybe ?? [], entity, id),
      can: (permission) => can(this.#viewer.value, permission),
      act: (what, about) => void this.#act(what, about),
    };
    // Shown: why the queue is empty.
    const isAnybodyThere = board.agents.some(({ presence }) => presence === 'ONLINE');
    const nobody = emptyState({
      icon: 'check',
      title: words.nobodyWaits,
      text: isAnybodyThere ? words.nobodyWaitsText : words.nobodyOnline,
    });
    return html`${alertList(alerts, view)}
      <section aria-label=${words.stores}><ul
        class="strip">${board.stores.map((store) => storeCard(store, view))}</ul></section>
      <div class="boards">
        <div class="stack">
          <section class="card table" aria-labelledby="radar"><h2 id="radar"
            class="card-head">${words.radar}</h2>${conversationRows({ rows: board.waiting, label: words.radar, kind: 'waiting', empty: nobody }, view)}
            ${board.waitingMore ? html`<p class="more muted">${words.more}</p>` : nothing}</section>
          <section class="card table" aria-labelledby="silent"><h2 id="silent"
            class="card-head">${words.silentTitle}</h2>${conversationRows({ rows: board.silent, label: words.silentTitle, kind: 'silent', empty: html`<p class="more muted">${words.nobodySilent}</p>` }, view)}</section>
        </div>
        <section class="card table" aria-labelledby="agents"><h2 id="agents"
          class="card-head">${words.agents}</h2>${agentTable(this.#inOrder(board.agents), view)}</section>
      </div>`;
  }

  /** Who is there first, of those whoever has been idle longest. */
  #inOrder(agents: Board['agents']): Board['agents'] {
    const rank = { ONLINE: 0, BUSY: 1, AWAY: 2, BREAK: 2, COOL_DOWN: 2, TRAINING: 3, OFFLINE: 4 } as const;
    return agents.toSorted(
      (a, b) =>
        rank[a.presence] - rank[b.presence] ||
        (a.idleSince ?? '9').localeCompare(b.idleSince ?? '9') ||
        a.name.localeCompare(b.name, this.language.locale),
    );
  }

  #renderDialog() {
    if (!this.dialog) return nothing;
    const { tag, load } = DIALOGS[this.dialog];
    return html`<desk-admin-lazy .tag=${tag} .load=${load} .values=${{ subject: this.about }}
      @desk-done=${() => this.#done()} @desk-closed=${() => (this.dialog = '')}></desk-admin-lazy>`;
  }
}

define('desk-admin-board', DeskBoard);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-board': DeskBoard;
  }
}
