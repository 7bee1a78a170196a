/**
 * @module Tells whom it concerns what the router had to do: a conversation taken back, somebody set away, a transfer
 * that nobody accepted. An alert stays until it is put away, here or on the board.
 */
import { nothing } from 'lit';
import { clientContext, directoryContext, liveContext, navigationContext, Use } from '../../desk/contexts.ts';
import { nameOf } from '../../desk/directory.ts';
import { RecordWatch } from '../../desk/record-watch.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { toast, toastProblem } from '../../kit/toast.ts';
import { alertPath, alertText } from './board-parts.ts';
import { dismissAlert, myAlerts, type Alert } from './data.ts';
import { boardWords } from './words.ts';

/** Older ones are on the board. */
const MOST_TOLD = 3;

export class DeskRoutingNews extends DeskElement {
  readonly #client = new Use(this, clientContext);
  readonly #live = new Use(this, liveContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #told = new Set<string>();

  constructor() {
    super();
    new RecordWatch(this, this.#live, { entities: ['StaffAlert'], changed: () => void this.#ask() });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#ask();
  }

  async #ask(): Promise<void> {
    try {
      const alerts = await this.#client.value.query(myAlerts, { first: MOST_TOLD });
      for (const alert of alerts.filter(({ id }) => !this.#told.has(id)).reverse()) this.#tell(alert);
    } catch {
      // What cannot be asked now is asked at the next change; the board shows all of it.
    }
  }

  #tell(alert: Alert): void {
    this.#told.add(alert.id);
    // The board shows them itself.
    if (!alert.toUserId && this.#navigation.value.path.startsWith('/board')) return;
    const text = alertText(alert, this.language, {
      nameOf: (userId) => nameOf(this.#directory.maybe, userId),
    });
    toast(this, {
      kind: 'warn',
      text,
      action: { label: this.words(boardWords).seen, run: () => void this.#seen(alert) },
    });
  }

  async #seen(alert: Alert): Promise<void> {
    try {
      await this.#client.value.mutate(dismissAlert, { input: { id: alert.id } });
      if (!alert.toUserId || alert.caseId) this.#navigation.value.go(alertPath(alert));
    } catch (error) {
      toastProblem(this, error, this.language);
    }
  }

  override render() {
    return nothing;
  }
}

define('desk-admin-routing-news', DeskRoutingNews);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-routing-news': DeskRoutingNews;
  }
}
