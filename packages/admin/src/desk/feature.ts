/**
 * @module A feature of the panel: its pages, panels and commands, as plain objects with lazy code. Ours are declared
 * by the same call as a third party's.
 */
import type { DeskClient } from '@shopdesk/core/client';
import type { IconName } from '../kit/icon.ts';
import type { Language, LocalText } from '../kit/language.ts';
import type { BellEntry } from './bell.ts';
import { recordPages, type RecordStart, type RecordSlot } from './record.ts';
import type { Viewer } from './viewer.ts';

/** A page of the panel; its element gets `params` (from the path) and `search` (the query). */
export interface AdminPage {
  /** URL pattern below the panel's root, such as `returns/:id?`. */
  readonly path: string;
  readonly title: LocalText;
  /** Name of the element that `load` defines. */
  readonly tag: string;
  readonly load: () => Promise<unknown>;
  /** The permission without which the page is not offered. */
  readonly allow?: string;
  /** Place in the navigation. Absent: reached by links only. */
  readonly nav?: PageNav;
  /** Needs all the room there is: of a page of the settings their list is not shown beside it. */
  readonly wide?: true;
  /** More properties of the element, such as the definition of a derived page. */
  readonly values?: object;
}

export interface PageNav {
  /** Lowest first, within its part of the settings or among the pages of the daily work. */
  readonly order: number;
  readonly icon: IconName;
  readonly path?: string;
  /** The part of the settings in which it stands: one that is there, or one of the feature’s own. Absent: daily work. */
  readonly area?: SettingsArea | OwnArea;
}

/** The parts of the settings that every panel has; `shell/settings-list.ts` says what they are called. */
export type SettingsArea = 'shop' | 'people' | 'service' | 'knowledge' | 'policies' | 'system' | 'developer';

/** A part of the settings that a feature brings. Ours have 10, 20, 30 … in `order`. */
export interface OwnArea {
  readonly name: string;
  readonly title: LocalText;
  readonly order: number;
}

/**
 * Where somebody begins who has chosen no page. Of what offers itself to a person, the lowest is shown until it tells
 * `desk-pass`, then the next; where nothing does, the first page of the daily work.
 */
export interface Landing {
  /** Below the panel’s root, with its query: `/case-list?group=PAY`. */
  readonly path: string;
  /** Lowest first. Ours have 10, 20, 30 …. */
  readonly order: number;
  /** Whom it is for, by a permission beside that of the page. */
  readonly allow?: string;
}

declare const subject: unique symbol;

/** A place where features show something of their own about a subject. */
export interface PanelSlot<in out S> {
  readonly name: string;
  readonly [subject]?: (subject: S) => S;
}

/** Declares a place for panels; the type says what they are about. */
export const panelSlot = <S>(name: string): PanelSlot<S> => ({ name });

interface PanelOptions<S> {
  /** Name of the element that `load` defines; it gets `subject`. */
  readonly tag: string;
  readonly load: () => Promise<unknown>;
  readonly title: LocalText;
  readonly order?: number;
  readonly allow?: string;
  readonly when?: (subject: S) => boolean;
}

export interface AdminPanel extends PanelOptions<never> {
  readonly slot: string;
}

/** Puts a panel into a slot. */
export const panel = <S>(slot: PanelSlot<S>, options: PanelOptions<S>): AdminPanel => ({ ...options, slot: slot.name });

/** An entry of the command palette. */
export interface AdminCommand {
  readonly id: string;
  readonly title: string;
  readonly icon?: IconName;
  readonly hint?: string;
  /** What kind of thing was found: things of one kind stand together under it. */
  readonly kind?: string;
  /** Where it leads, or what it does. */
  readonly path?: string;
  readonly run?: () => void;
}

/** Whose panel it is, and the desk that it asks. */
export interface PanelContext {
  readonly client: DeskClient;
  readonly viewer: Viewer;
}

export interface SearchContext extends PanelContext {
  readonly language: Language;
}

/** A line of the sheet of keyboard shortcuts. */
export interface AdminShortcut {
  /** Such as `j` or `Shift+Enter`. */
  readonly keys: string;
  readonly title: LocalText;
}

export interface AdminFeature {
  readonly name: string;
  readonly pages: readonly AdminPage[];
  readonly panels: readonly AdminPanel[];
  readonly shortcuts: readonly AdminShortcut[];
  /** Paths of this feature's own pages by the entity they show; other pages link a row to `path/id`. */
  readonly rows: Readonly<Record<string, string>>;
  /** Lists and pages that are derived from an entity's definition; made by `record`. */
  readonly records: readonly RecordStart[];
  /** What this feature puts onto the derived pages of any entity; made by `button`, `chip`, `column` and `part`. */
  readonly into: readonly RecordSlot[];
  /** Where people begin. */
  readonly landings: readonly Landing[];
  /** What the bell tells: sources of what its reader must know now. */
  readonly bell: readonly BellEntry[];
  /** Pages that follow from what the desk says to this viewer, such as a place for each kind of work. */
  readonly follows?: (context: PanelContext) => Promise<AdminFeature>;
  /**
   * Finds things by what was typed into the command palette: one question to the desk, best first, with their `kind`.
   * What the viewer may not see is not found.
   */
  readonly search?: (text: string, context: SearchContext) => Promise<readonly AdminCommand[]>;
}

const TAG = /^[a-z][a-z0-9]*-[a-z0-9-]+$/;

/**
 * Declares a feature of the panel.
 * @throws Error naming everything that is wrong with it
 * @example
 * ```ts
 * export const warranty = defineAdminFeature({
 *   name: 'warranty',
 *   pages: [{ path: 'warranty', title: { en: 'Warranty', zh: '保修' }, tag: 'acme-warranty', load: () =>
 * import('./warranty-page.js') }], });
 * ```
 */
export function defineAdminFeature(options: Pick<AdminFeature, 'name'> & Partial<AdminFeature>): AdminFeature {
  const { records = [], ...given } = options;
  const feature: AdminFeature = {
    panels: [],
    shortcuts: [],
    into: [],
    landings: [],
    bell: [],
    ...given,
    records,
    pages: [...(given.pages ?? []), ...records.flatMap(recordPages)],
    rows: { ...Object.fromEntries(records.map(({ entity, path }) => [entity, `/${path}`])), ...given.rows },
  };
  const problems = [
    ...[...feature.pages, ...feature.panels]
      .filter(({ tag }) => !TAG.test(tag))
      .map(({ tag }) => `"${tag}" is no element name`),
    ...feature.pages.filter(({ path }) => path.startsWith('/')).map(({ path }) => `path "${path}" begins with a slash`),
  ];
  if (problems.length > 0) throw new Error(`Feature ${feature.name}: ${problems.join('; ')}`);
  return feature;
}

/** Finds paths that two features claim. @throws Error naming both */
export function checkFeatures(features: readonly AdminFeature[]): void {
  const owners = new Map<string, string>();
  for (const { name, pages } of features)
    for (const { path } of pages) {
      const owner = owners.get(path);
      if (owner) throw new Error(`The page "${path}" is declared by ${owner} and by ${name}`);
      owners.set(path, name);
    }
}
