/**
 * @module Finds a script by what is typed behind a slash. The list stands in the composer's own tree, so that the
 * field can name the line that Enter would take.
 */
import { isComposed } from '@shopdesk/core/client';
import type { DeskClient } from '@shopdesk/core/client';
import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Language } from '../../../kit/language.ts';
import { scriptLibrary, type LibraryScript } from './data.ts';
import { writingWords } from './words.ts';

const MOST = 8;
const textOf = ({ scriptCode, quickKey, title, body }: LibraryScript) =>
  [scriptCode, quickKey ?? '', title.zh, title.en, body.zh, body.en].join('\n').toLocaleLowerCase();

/** A key that is the same comes first, then one that begins so, then words. */
function rank({ scriptCode, quickKey }: LibraryScript, typed: string): number {
  const keys = [scriptCode.toLocaleLowerCase(), quickKey?.toLocaleLowerCase() ?? ''];
  if (keys.includes(typed)) return 0;
  return keys.some((key) => key.startsWith(typed)) ? 1 : 2;
}

/** What the agent still has to fill in, as a gap: names in braces are for those who write scripts. */
const gaps = (text: string): string => text.replace(/\{[^{}]*\}/gu, '…');

/** The scripts that fit what is typed, best first; where nothing tells them apart, as the desk orders them. */
export function fitting(scripts: readonly LibraryScript[], query: string): LibraryScript[] {
  const typed = query.trim().toLocaleLowerCase();
  return scripts
    .filter((script) => script.usable && textOf(script).includes(typed))
    .map((script) => ({ script, rank: typed ? rank(script, typed) : 0 }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ script }) => script);
}

export class ScriptPicker implements ReactiveController {
  /** What is typed; undefined while it is closed. */
  query: string | undefined;
  at = 0;
  readonly #host: ReactiveControllerHost;
  readonly #client: () => DeskClient;
  readonly #pick: (script: LibraryScript) => void;
  #conversationId = '';
  #scripts: readonly LibraryScript[] | undefined;
  #failed = false;

  constructor(
    host: ReactiveControllerHost,
    options: { client: () => DeskClient; pick: (script: LibraryScript) => void },
  ) {
    this.#host = host;
    this.#client = options.client;
    this.#pick = options.pick;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.query = undefined;
  }

  /** Follows what is typed. The library is asked anew each time the list opens. */
  follow({ id, storeId }: { readonly id: string; readonly storeId: string }, query: string | undefined): void {
    const opens = query !== undefined && this.query === undefined;
    if (query !== this.query) this.at = 0;
    this.query = query;
    if (id !== this.#conversationId) this.#scripts = undefined;
    this.#conversationId = id;
    if (opens) void this.#load(id, storeId);
    this.#host.requestUpdate();
  }

  close(): void {
    this.query = undefined;
    this.#host.requestUpdate();
  }

  async #load(conversationId: string, storeId: string): Promise<void> {
    this.#failed = false;
    try {
      const { scripts } = await this.#client().query(scriptLibrary, { storeId, conversationId });
      if (conversationId === this.#conversationId) this.#scripts = scripts;
    } catch {
      // What was known before is still good to pick from.
      this.#failed = this.#scripts === undefined;
    }
    this.#host.requestUpdate();
  }

  get found(): readonly LibraryScript[] {
    return this.query === undefined ? [] : fitting(this.#scripts ?? [], this.query);
  }

  /** Whether the key was for the list. */
  key(event: KeyboardEvent): boolean {
    if (this.query === undefined || isComposed(event)) return false;
    const { found } = this;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const script = found[this.at];
    if (event.key === 'Escape') this.close();
    else if (step && found.length > 0) this.at = (this.at + step + found.length) % found.length;
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && script) this.#pick(script);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    this.#host.requestUpdate();
    return true;
  }

  render(language: Language): TemplateResult {
    const { found } = this;
    const words = language.words(writingWords);
    const said = this.#failed ? words.scriptFailed : this.#scripts ? words.scriptsFound(found.length) : '…';
    return html`<div class="scripts">
      <p class="muted small" role="status">${said}</p>
      ${
        found.length > 0
          ? html`<div id="scripts" role="listbox" aria-label=${words.scriptList}>${found.map(
              (script, index) => html`<div id="script-${index}" role="option" aria-selected=${index === this.at}
                class=${index === this.at ? 'active' : ''}
              @pointerdown=${(event: Event) => event.preventDefault()} @click=${() => this.#pick(script)}>
              <span class="kbd">${script.quickKey ?? script.scriptCode}</span><span
                class="what"><b>${language.of(script.title)}</b> <span
                class="muted">${gaps(language.of(script.body))}</span></span>${script.fits ? html`<span class="fits tag">${words.scriptFits}</span>` : ''}
            </div>`,
            )}</div>`
          : ''
      }
    </div>`;
  }
}
