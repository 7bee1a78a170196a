/**
 * @module What can be done with the rows of a page, asked once for all of them: menus, bulk actions and the first button
 * follow from it. What a role may not is absent; what is not possible now says why.
 */
import type { DeskClient } from '@shopdesk/core/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RecordButton, RecordDefinition, RecordSlot } from '../desk/record.ts';
import type { Language } from '../kit/language.ts';
import type { MenuItem } from '../kit/menu.ts';
import { offersOn, type Offered, type RecordRow } from './data.ts';
import type { ActionDescription, DeskDescription, EntityDescription } from './description.ts';

const AT_ONCE = 100;

/** The offers on rows, by id, as far as they are known. */
export class Offers implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #known: ReadonlyMap<string, readonly Offered[]> = new Map();
  #asked = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#asked = '';
  }

  of(id: string): readonly Offered[] {
    return this.#known.get(id) ?? [];
  }

  /** Asks for rows in the versions that are shown; a second time for the same asks nothing. */
  async ask(client: DeskClient, entity: string, rows: readonly Pick<RecordRow, 'id' | 'version'>[]): Promise<void> {
    const key = `${entity} ${rows.map(({ id, version }) => `${id}:${version}`).join()}`;
    if (key === this.#asked || rows.length === 0) return;
    this.#asked = key;
    const known = new Map<string, readonly Offered[]>();
    try {
      for (let from = 0; from < rows.length; from += AT_ONCE) {
        const ids = rows.slice(from, from + AT_ONCE).map(({ id }) => id);
        for (const { id, actions } of await client.query(offersOn, { entity, ids }))
          known.set(
            id,
            actions.filter(({ elsewhere }) => !elsewhere),
          );
      }
    } catch {
      // Without offers there are no menus; the desk refuses what it would refuse anyway.
      return;
    }
    if (key !== this.#asked) return;
    this.#known = known;
    this.#host.requestUpdate();
  }

  forget(): void {
    this.#asked = '';
  }
}

/** An action as it stands in a menu: by its own title or by the one that a feature gave it. */
export interface Entry {
  readonly id: string;
  readonly action: ActionDescription;
  readonly label: string;
  readonly why: string | undefined;
  /** Why the desk recommends it; undefined: it does not. */
  readonly because: string | undefined;
  readonly grave: boolean;
  readonly button: RecordButton | undefined;
}

interface About {
  readonly desk: DeskDescription;
  readonly entity: EntityDescription;
  readonly definition: RecordDefinition | undefined;
  readonly slots: readonly RecordSlot[];
  readonly language: Language;
}

type ButtonSlot = RecordSlot & { readonly kind: 'button' };

/** The entries of a row's menu: the features' buttons, then the other actions, grave ones last. */
export function entriesOf(row: RecordRow, offered: readonly Offered[], about: About): Entry[] {
  const { desk, entity, definition, slots, language } = about;
  const ownButtons: readonly RecordButton[] = definition?.buttons ?? [];
  const buttons = [
    ...ownButtons,
    ...slots.filter((slot): slot is ButtonSlot => slot.kind === 'button' && slot.on === entity.name),
  ];
  const named = buttons.filter(({ when }) => when?.(row as never) ?? true);
  const taken = new Set(buttons.map(({ action }) => action));
  const entry = (offer: Offered, button: RecordButton | undefined, at: number): Entry[] => {
    const action = desk.actions.find(({ name }) => name === offer.name);
    if (!action) return [];
    return [
      {
        id: button ? `${offer.name} ${at}` : offer.name,
        action,
        label: button?.title ? language.of(button.title) : language.of(action.title),
        why: offer.denial?.message,
        because: offer.because ?? undefined,
        grave: button?.grave ?? action.manner === 'grave',
        button,
      },
    ];
  };
  const special = named.flatMap((button, at) => {
    const offer = offered.find(({ name }) => name === button.action);
    return offer ? entry(offer, button, at) : [];
  });
  const rest = offered
    .filter(({ name }) => !taken.has(name) && !definition?.without?.includes(name))
    .flatMap((offer) => entry(offer, undefined, 0));
  return [...special, ...rest].toSorted((a, b) => Number(a.grave) - Number(b.grave));
}

export const menuItems = (entries: readonly Entry[]): MenuItem[] =>
  entries.map(({ id, label, why, grave, button }) => ({
    id,
    label,
    blocked: why,
    ...(grave ? { danger: true } : {}),
    ...(button?.icon ? { icon: button.icon } : {}),
  }));

/** Whether a state is further on than another: in a later group of the kind, else later in the machine. */
export function leadsOn({ machine, work }: EntityDescription, from: string, to: string): boolean {
  const groupOf = (state: string) => work?.groups.findIndex(({ states }) => states.includes(state)) ?? -1;
  const [before, after] = [groupOf(from), groupOf(to)];
  if (before !== after) return after > before;
  const states = machine?.states ?? [];
  return states.indexOf(to) > states.indexOf(from);
}

/**
 * The one action that leads on: the one that the desk recommends. Of a kind for which it recommends nothing at all, an
 * event that brings the row further on, else the only thing that can be done.
 */
export function leadingOf(entries: readonly Entry[], row: RecordRow, entity: EntityDescription): Entry | undefined {
  const recommended = entries.find(({ because }) => because !== undefined);
  if (recommended || entity.work?.advises) return recommended;
  const { machine, moves = [] } = entity;
  const possible = entries.filter(({ why, grave }) => why === undefined && !grave);
  if (!machine) return possible.length === 1 ? possible[0] : undefined;
  const now = String(row[machine.field]);
  const further = possible.filter(({ action }) =>
    moves.some((move) => move.action === action.name && move.from === now && leadsOn(entity, now, move.to)),
  );
  return further[0] ?? (possible.length === 1 ? possible[0] : undefined);
}
