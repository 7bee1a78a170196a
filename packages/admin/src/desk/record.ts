/**
 * @module The list and the page of an entity, as far as a feature says something particular about them. What it does not
 * say is derived from the entity's description. A definition names fields, actions and words, never a place or a width.
 */
import type { IconName } from '../kit/icon.ts';
import type { Language, LocalText } from '../kit/language.ts';
import type { AdminPage, PageNav } from './feature.ts';

/** How a state or a mark looks; the word stands beside it. */
export type Look = '' | 'ok' | 'warn' | 'danger' | 'info' | 'note' | 'accent';

/** An element whose code comes on demand. */
export interface LazyPart {
  readonly tag: string;
  readonly load: () => Promise<unknown>;
}

/** A view that the desk ships: a name for filters, order and columns as the address says them. */
export interface RecordView {
  readonly name: LocalText;
  readonly query: string;
}

/** An action in a menu or beside the title, where its own title or its whole form would not do. */
export interface RecordButton<in R = never> {
  readonly action: string;
  /** What it is called here; absent: as the action. */
  readonly title?: LocalText;
  /** One sentence before the form. */
  readonly text?: LocalText;
  /** The fields of its form; absent: all. */
  readonly fields?: readonly string[];
  /** What the form begins with. */
  readonly begin?: Readonly<Record<string, unknown>>;
  /** What is sent without being asked. */
  readonly preset?: Readonly<Record<string, unknown>>;
  readonly when?: (row: R) => boolean;
  readonly grave?: boolean;
  readonly icon?: IconName;
  /** In the head of a conversation: the field that begins with what is being typed there. */
  readonly typed?: string;
}

/** What the card of a row says beside its number, its state, who has it in hand and when it is due. */
export interface RecordCard<in R = never> {
  /** Fields that it reads. */
  readonly needs: readonly string[];
  /** Opposite the number, such as an amount. */
  readonly aside?: (row: R, language: Language) => string;
  /** What it is about, the weightiest line first. */
  readonly lines: (row: R, language: Language) => readonly string[];
}

/** The form of an action that no schema could draw; it gets `row` and `action`, and tells `desk-done` or `desk-closed`. */
export type RecordForms = Readonly<Record<string, LazyPart>>;

/** What the panel must know of the pages of an entity before somebody opens one. */
export interface RecordOptions {
  /** Where they are: `staff` gives `/staff` and `/staff/:id`. */
  readonly path: string;
  /** What the list is called. */
  readonly title: LocalText;
  readonly allow?: string;
  readonly nav?: PageNav;
  /** The page of a row where the feature has one of its own; false: rows have none. */
  readonly page?: LazyPart | false;
  /** The rest, in a file of its own that comes with the page: `() => import('./details.ts')`. */
  readonly details?: () => Promise<{ readonly details: RecordDetails }>;
}

/** What a feature says in particular; `details` is written with the row that it is about: `RecordDetails<StaffRow>`. */
export interface RecordDetails<in R = never> {
  /** One sentence under the title: what this is, or why it is good to have. */
  readonly about?: LocalText;
  /** What an empty list says. */
  readonly none?: LocalText;
  /** Columns, the title first; absent: by weight. */
  readonly list?: readonly string[];
  /** The field that stands below the title, smaller. */
  readonly below?: string;
  /** Draws a face beside the title: its rows are people. */
  readonly people?: boolean;
  /** What a field says where it is empty: that no stores named means all. */
  readonly empty?: Readonly<Record<string, LocalText>>;
  /** How the codes of a field look. */
  readonly looks?: Readonly<Record<string, Readonly<Record<string, Look>>>>;
  /** Views at the head of the list; the first is what one sees without a filter. */
  readonly views?: readonly RecordView[];
  readonly buttons?: readonly RecordButton<R>[];
  readonly forms?: RecordForms;
  /** Actions that stand above the list and bring a new row; absent: those that answer one and are called so. */
  readonly makers?: readonly string[];
  /** Actions that have a place of their own and are not offered here. */
  readonly without?: readonly string[];
  /** Above the list. */
  readonly above?: LazyPart;
  /** Pages that belong together, with this one among them. */
  readonly tabs?: readonly RecordTab[];
  /** The card of a row on a board; absent: what the row is about. */
  readonly card?: RecordCard<R>;
}

export interface RecordTab {
  readonly path: string;
  readonly title: LocalText;
}

export interface RecordStart extends RecordOptions {
  readonly entity: string;
}

export interface RecordDefinition extends RecordStart, RecordDetails {}

/** Declares the list and the page of an entity. */
export const record = (entity: string, options: RecordOptions): RecordStart => ({ ...options, entity });

/** With all that its feature says. */
export const wholeRecord = async (start: RecordStart | undefined): Promise<RecordDefinition | undefined> =>
  start && { ...start, ...(await start.details?.())?.details };

export function recordPages(start: RecordStart): AdminPage[] {
  const { path, title, allow, nav, page, entity } = start;
  const shared = { title, ...(allow ? { allow } : {}) };
  const list: AdminPage = {
    ...shared,
    path,
    tag: 'desk-admin-record-list',
    load: () => import('../records/record-list.ts'),
    values: { start, entity, path: `/${path}` },
    ...(nav ? { nav } : {}),
  };
  if (page === false) return [list];
  const one = page ?? { tag: 'desk-admin-record', load: () => import('../records/record-page.ts') };
  return [list, { ...shared, ...one, path: `${path}/:id`, values: page ? {} : { start, entity } }];
}

interface Slot<K extends string> {
  readonly kind: K;
  /** Name of the entity on whose pages it stands. */
  readonly on: string;
}

/** What a feature puts onto the derived pages of an entity, its own or another's. */
export type RecordSlot =
  | (Slot<'button'> & RecordButton)
  | (Slot<'column'> & { readonly field: string })
  | (Slot<'chip'> & {
      readonly when: (row: never) => boolean;
      /** Fields that `when` reads. */
      readonly needs: readonly string[];
      readonly text: LocalText;
      readonly look: Look;
    })
  | (Slot<'part'> &
      LazyPart & {
        readonly side: boolean;
        readonly title: LocalText;
        readonly allow?: string;
        readonly when?: (row: never) => boolean;
      });

/** An action by name, in the head of a row's page and in its menu. */
export const button = <R>(on: string, options: RecordButton<R>): RecordSlot => ({ kind: 'button', on, ...options });

/** A field as a column, such as one that this feature adds to another's rows. */
export const column = (on: string, field: string): RecordSlot => ({ kind: 'column', on, field });

/** A short mark beside the title, on rows of which something is true. */
export const chip = <R>(
  on: string,
  options: {
    readonly when: (row: R) => boolean;
    readonly needs: readonly (keyof R & string)[];
    readonly text: LocalText;
    readonly look: Look;
  },
): RecordSlot => ({ kind: 'chip', on, ...options });

/** An element on the page of a row, which it gets as `subject`; beside the facts or among them. */
export const part = <R>(
  on: string,
  options: LazyPart & {
    readonly side?: boolean;
    readonly title: LocalText;
    readonly allow?: string;
    readonly when?: (row: R) => boolean;
  },
): RecordSlot => ({ kind: 'part', on, side: false, ...options });
