/**
 * @module The command palette: pages, commands, and what features find for the text.
 */
import { onBack, isComposed } from '@shopdesk/core/client';
import { css, html, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientContext, navigationContext, Use, viewerContext } from '../desk/contexts.ts';
import type { AdminCommand, AdminFeature, AdminPage } from '../desk/feature.ts';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import { DeskElement, define } from '../kit/element.ts';
import { icon } from '../kit/icon.ts';
import { kitWords } from '../kit/words.ts';
import { rootOf } from './frame.ts';
import { THEMES } from './preferences.ts';
import { shellWords } from './words.ts';

const TYPING_PAUSE_MS = 200;
/** Of each feature. */
const MOST_FOUND = 5;
/** A Han character is a word; of other writing one letter says nothing. */
const longEnough = (text: string): boolean => text.length > 1 || /\p{Script=Han}/u.test(text);

interface Group {
  readonly title: string;
  readonly commands: readonly AdminCommand[];
}

export class DeskPalette extends DeskElement {
  static override properties = {
    features: { attribute: false },
    places: { attribute: false },
    text: { state: true },
    at: { state: true },
    found: { state: true },
    pending: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      dialog {
        inline-size: min(36rem, 100vw - 1rem);
        margin-block-start: min(12vh, 6rem);
        padding: 0;
        border: 1px solid var(--line);
        border-radius: 0.75rem;
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
        overflow: hidden;
      }
      dialog::backdrop {
        background: rgb(10 14 20 / 45%);
      }
      .field {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        padding: 0.25rem 0.75rem;
        border-block-end: 1px solid var(--line);
      }
      .field input {
        border: 0;
        background: none;
        font-size: 1rem;
      }
      .field input:focus-visible {
        outline: none;
      }
      [role='listbox'] {
        max-block-size: min(24rem, 60dvh);
        overflow: auto;
        padding: 0.375rem;
      }
      h3 {
        padding: 0.375rem 0.5rem;
        color: var(--ink-2);
        font-size: var(--small);
      }
      [role='option'] {
        display: flex;
        align-items: center;
        gap: 0.625rem;
        min-block-size: 2.25rem;
        padding: 0.25rem 0.5rem;
        border-radius: 0.375rem;
        cursor: pointer;
      }
      [role='option'][aria-selected='true'] {
        background: var(--accent-soft);
        color: var(--accent-ink);
        outline: 2px solid transparent;
      }
      [role='option'] > .ellipsis {
        flex: none;
        max-inline-size: 60%;
      }
      [role='option'] > .muted {
        flex: 0 1 auto;
        margin-inline-start: auto;
      }
    `,
  ];

  features: readonly AdminFeature[] = [];
  places: readonly AdminPage[] = [];
  text = '';
  at = 0;
  /** What each feature has found. */
  found: ReadonlyMap<string, readonly AdminCommand[]> = new Map();
  /** Features that have not answered yet. */
  pending = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** The command that somebody has gone to: it stays chosen while other features answer. */
  #picked = '';
  #endBack: (() => void) | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #navigation = new Use(this, navigationContext);

  override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
    this.#endBack = onBack(() => this.#close());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
    this.#endBack?.();
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('at'))
      this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  #type(text: string): void {
    this.text = text;
    this.at = 0;
    this.#picked = '';
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#find(text.trim()), TYPING_PAUSE_MS);
  }

  /** Every feature is asked at once, and what it finds is shown as soon as it answers: a slow one holds up no other. */
  #find(text: string): void {
    const context = { client: this.#client.value, viewer: this.#viewer.value, language: this.language };
    const asking = this.features.flatMap(({ name, search }) => (search ? [{ name, search }] : []));
    this.found = new Map();
    this.pending = longEnough(text) ? asking.length : 0;
    if (this.pending === 0) return;
    for (const { name, search } of asking)
      void search(text, context)
        // One that fails leaves what the others find: the palette is a short cut, not the only way.
        .catch((): readonly AdminCommand[] => [])
        .then((commands) => {
          if (this.text.trim() !== text) return;
          this.pending -= 1;
          if (commands.length > 0) this.found = new Map(this.found).set(name, commands.slice(0, MOST_FOUND));
        });
  }

  /** In the order of the features, by kind. */
  #foundGroups(): Group[] {
    const commands = this.features.flatMap(({ name }) => this.found.get(name) ?? []);
    const byKind = Map.groupBy(commands, ({ kind }) => kind ?? this.words(shellWords).found);
    return [...byKind].map(([title, ofKind]) => ({ title, commands: ofKind }));
  }

  #commands(): AdminCommand[] {
    const words = this.words(shellWords);
    const ask = (type: string, detail?: string) => () => void this.tell(type, detail);
    return [
      ...Object.entries(this.language.offered)
        .filter(([locale]) => locale !== this.language.locale)
        .map(([locale, title]): AdminCommand => ({
          id: locale,
          title,
          icon: 'globe',
          run: ask('desk-set-locale', locale),
        })),
      ...THEMES.map((theme): AdminCommand => ({
        id: `theme-${theme}`,
        title: `${words.theme} – ${words.themes[theme]}`,
        icon: theme === 'light' ? 'sun' : 'moon',
        run: ask('desk-set-theme', theme),
      })),
      { id: 'shortcuts', title: words.shortcuts, icon: 'keyboard', run: ask('desk-overlay', 'shortcuts') },
      { id: 'sign-out', title: words.signOut, icon: 'out', run: ask('desk-sign-out') },
    ];
  }

  #groups(): Group[] {
    const words = this.words(shellWords);
    const wanted = this.text.trim().toLocaleLowerCase();
    const fits = ({ title }: AdminCommand) => title.toLocaleLowerCase().includes(wanted);
    const pages = this.places.map((page): AdminCommand => ({
      id: page.path,
      title: this.language.of(page.title),
      icon: page.nav?.icon ?? 'table',
      path: rootOf(page),
    }));
    return [
      { title: words.go, commands: pages.filter(fits) },
      ...(wanted ? this.#foundGroups() : []),
      { title: words.actions, commands: this.#commands().filter(fits) },
    ].filter(({ commands }) => commands.length > 0);
  }

  #keys(event: KeyboardEvent, all: readonly AdminCommand[]): void {
    if (isComposed(event)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      this.#pick((this.at + step + all.length) % Math.max(1, all.length), all);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const command = all[this.at];
      if (command) this.#run(command);
    }
  }

  #pick(index: number, all: readonly AdminCommand[]): void {
    this.at = index;
    this.#picked = all[index]?.id ?? '';
  }

  #run(command: AdminCommand): void {
    this.#close();
    if (command.path) this.#navigation.value.go(command.path);
    command.run?.();
  }

  #close(): void {
    this.renderRoot.querySelector('dialog')?.close();
    this.tell('desk-closed');
  }

  override render() {
    const words = this.words(shellWords);
    const groups = this.#groups();
    const all = groups.flatMap(({ commands }) => commands);
    const none = this.words(kitWords)[this.pending > 0 ? 'loading' : 'noMatches'];
    const kept = this.#picked ? all.findIndex(({ id }) => id === this.#picked) : -1;
    if (kept >= 0) this.at = kept;
    return html`<dialog aria-label=${words.palette} @close=${() => this.tell('desk-closed')}
      @click=${(event: Event) => event.target === event.currentTarget && this.#close()}>
      <div class="field">
        ${icon('search')}
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls="list"
          aria-autocomplete="list"
          aria-activedescendant=${all.length > 0 ? `option-${this.at}` : nothing}
          aria-label=${words.palette}
          placeholder=${words.palettePlaceholder}
          autocomplete="off"
          spellcheck="false"
          .value=${this.text}
          @input=${(event: Event) => this.#type((event.target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => this.#keys(event, all)}
        />
      </div>
      <p class="visually-hidden" role="status">${this.text ? words.results(all.length) : ''}</p>
      <div id="list" role="listbox" aria-label=${words.palette}>
        ${groups.map(
          (group, index) => html`<div role="group" aria-labelledby="group-${index}">
          <h3 id="group-${index}" role="presentation">${group.title}</h3>
          ${repeat(
            group.commands,
            ({ id }) => id,
            (command) => this.#renderOption(command, all),
          )}
        </div>`,
        )}
        ${all.length === 0 ? html`<p class="muted" role="option" aria-disabled="true" aria-selected="false">${none}</p>` : nothing}
      </div>
    </dialog>`;
  }

  #renderOption(command: AdminCommand, all: readonly AdminCommand[]) {
    const index = all.indexOf(command);
    return html`<div id="option-${index}" role="option" aria-selected=${index === this.at}
      @click=${() => this.#run(command)} @pointermove=${() => this.#pick(index, all)}>
      ${icon(command.icon ?? 'right', 'small')}<span
        class="ellipsis">${command.title}</span>${command.hint ? html`<span class="muted small ellipsis">${command.hint}</span>` : nothing}
    </div>`;
  }
}

define('desk-admin-palette', DeskPalette);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-palette': DeskPalette;
  }
}
