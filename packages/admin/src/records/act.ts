/**
 * @module Does any action by its name: `act(this, 'setPresence', { row })`. What it asks is drawn from its input; what
 * asks nothing and has no grave consequence is done at once.
 */
import '../desk/lazy.ts';
import type { RecordButton, RecordForms } from '../desk/record.ts';
import type { DeskElement } from '../kit/element.ts';
import type { RecordRow } from './data.ts';

/** Said of an action beside its name. */
export interface ActOptions extends Omit<RecordButton, 'action' | 'when' | 'title'> {
  /** The row that it is about; of a row whose fields are not known, the id. */
  readonly row?: (Partial<RecordRow> & { readonly id: string }) | undefined;
  /** Several rows, of which each is done and reported by itself. */
  readonly rows?: readonly RecordRow[] | undefined;
  /** What the dialog and its button are called; absent: as the action. */
  readonly heading?: string | undefined;
  /** What is said when it is done; absent: that it is done; empty: nothing. */
  readonly said?: string | undefined;
  /** Forms that no schema could draw, by action. */
  readonly forms?: RecordForms | undefined;
}

/** What an action has answered. */
export interface Acted {
  readonly value: unknown;
}

/** Opens the dialog of an action over a page; answers undefined when it was closed without being done. */
export function act(host: DeskElement, name: string, options: ActOptions = {}): Promise<Acted | undefined> {
  const { forms, row } = options;
  // A form of its own is for the whole action, not for a part of it that a button asks.
  const own = options.fields ? undefined : forms?.[name];
  const lazy = document.createElement('desk-admin-lazy');
  lazy.quiet = true;
  lazy.tag = own?.tag ?? 'desk-admin-act';
  lazy.load = own?.load ?? (() => import('./act-dialog.ts'));
  lazy.values = own ? { row, action: name } : { name, options };
  return new Promise((resolve) => {
    const end = (event: Event, acted: Acted | undefined): void => {
      event.stopPropagation();
      lazy.remove();
      resolve(acted);
    };
    lazy.addEventListener('desk-done', (event) => end(event, { value: (event as CustomEvent<unknown>).detail }));
    lazy.addEventListener('desk-closed', (event) => end(event, undefined));
    host.renderRoot.append(lazy);
  });
}
