/**
 * @module One version: its tables, trials, replay, differences and approval, each with an address of its own. What was
 * typed and not saved stays while one goes from part to part, and when one leaves the page and comes back.
 */
import { isComposed } from '@shopdesk/core/client';
import { html, nothing } from 'lit';
import type { DeskClient } from '@shopdesk/core/client';
import type { PolicyPack } from '@shopdesk/core/policies';
import { clientContext, directoryContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import '../../desk/lazy.ts';
import { offersOf, RowOffers } from '../../desk/offers.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { problemOf, type Problem } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { editPolicyDraft, policyPack, policyVersion, SHIPPED, type VersionItem, type VersionState } from './data.ts';
import { PackHistory } from './pack-edit.ts';
import { tabStyle } from '../../kit/tab-style.ts';
import { policyPageStyle } from './policy-page-style.ts';
import { SECTIONS, sectionOf, type SectionName } from './sections.ts';
import { stateChip } from './version-chip.ts';
import { policyWords } from './words.ts';
import { savePack } from './policy-file.ts';

interface Opened {
  /** Absent for a pack that comes with the desk. */
  readonly row?: VersionItem;
  readonly id: string;
  readonly history: PackHistory;
}

const EDIT = 'editPolicyDraft';
/** What is said where a version is not edited. */
const WHY_READ_ONLY: Record<VersionState, 'readOnlyRole' | 'readOnlyVersion'> = {
  DRAFT: 'readOnlyRole',
  SUBMITTED: 'readOnlyVersion',
  APPROVED: 'readOnlyVersion',
  SCHEDULED: 'readOnlyVersion',
  EFFECTIVE: 'readOnlyVersion',
  SUPERSEDED: 'readOnlyVersion',
  RETIRED: 'readOnlyVersion',
};

/** Unsaved changes by person and version; they end with the page. */
const unsaved = new WeakMap<DeskClient, Map<string, Opened>>();

function unsavedOf(client: DeskClient): Map<string, Opened> {
  const known = unsaved.get(client) ?? new Map<string, Opened>();
  unsaved.set(client, known);
  return known;
}

export class DeskPolicy extends DeskElement {
  static override properties = {
    params: { attribute: false },
    search: { attribute: false },
    storeId: { state: true },
    revision: { state: true },
    saving: { state: true },
    problem: { state: true },
    theirs: { state: true },
    importing: { state: true },
    drafting: { state: true },
  };
  static override styles = [base, controls, states, tables, tabStyle, policyPageStyle];

  params: Readonly<Record<string, string | undefined>> = {};
  search = new URLSearchParams();
  storeId = '';
  /** Rises with each change of what is edited. */
  revision = 0;
  saving = false;
  problem: Problem | undefined;
  /** What somebody else saved meanwhile. */
  theirs: { readonly row: VersionItem; readonly pack: PolicyPack } | undefined;
  importing = false;
  drafting = false;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #opened = new Loader(this, {
    args: () => (this.params['version'] ? ([this.params['version']] as const) : undefined),
    load: ([id]) => this.#open(id),
  });

  readonly #offers = new RowOffers(this, {
    client: () => this.#client.value,
    entity: 'PolicyVersion',
    rows: () => (this.#opened.value?.row ? [this.#opened.value.row] : []),
  });

  readonly #leaving = (event: BeforeUnloadEvent): void => {
    if (this.#opened.value?.history.dirty) event.preventDefault();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeunload', this.#leaving);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.#leaving);
  }

  async #open(id: string): Promise<Opened> {
    const shipped = id.startsWith(SHIPPED);
    const client = this.#client.value;
    const [row, { pack }] = await Promise.all([
      shipped ? undefined : client.query(policyVersion, { id }),
      client.query(policyPack, { version: id }),
    ]);
    const kept = unsavedOf(client).get(this.#keptAs(id));
    if (kept && (await this.#mayEdit(id))) return kept;
    return { id, history: new PackHistory(pack), ...(row ? { row } : {}) };
  }

  /** What was typed is kept only where it may still be saved. */
  async #mayEdit(id: string): Promise<boolean> {
    const offers = (await offersOf(this.#client.value, 'PolicyVersion', [id])).get(id) ?? [];
    return offers.some(({ name, denial }) => name === EDIT && !denial);
  }

  #keptAs(id: string): string {
    return `${this.#viewer.value.id} ${id}`;
  }

  #editable({ row }: Opened): boolean {
    return row !== undefined && this.#offers.allows(row, EDIT);
  }

  /** Whether the desk has yet to say what may be done. */
  #isUnknown({ row }: Opened): boolean {
    return row !== undefined && !this.#offers.knows(row);
  }

  #store(row: VersionItem | undefined) {
    const { stores } = this.#directory.value;
    return stores.get(row?.storeId ?? this.storeId) ?? [...stores.values()][0];
  }

  #change(opened: Opened, change: (history: PackHistory) => void): void {
    change(opened.history);
    const kept = unsavedOf(this.#client.value);
    if (opened.history.dirty) kept.set(this.#keptAs(opened.id), opened);
    else kept.delete(this.#keptAs(opened.id));
    this.revision += 1;
  }

  async #save(opened: Opened): Promise<void> {
    const { row, history, id } = opened;
    if (!row || this.saving || !history.dirty) return;
    this.saving = true;
    this.problem = undefined;
    const pack = history.present;
    try {
      const saved = await this.#client.value.mutate(editPolicyDraft, { input: { id, pack }, expected: row.version });
      this.#saved(opened, saved, pack);
      toast(this, { kind: 'ok', text: this.words(policyWords).saved });
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'CONFLICT') await this.#meet(id);
      else this.problem = problem;
    }
    this.saving = false;
  }

  #saved({ id, history }: Opened, row: VersionItem, pack: PolicyPack): void {
    history.saved = pack;
    const next = { id, history, row };
    this.#change(next, () => undefined);
    this.#opened.set(next);
  }

  /** Somebody else was faster: both texts are laid side by side. */
  async #meet(id: string): Promise<void> {
    try {
      const [row, { pack }] = await Promise.all([
        this.#client.value.query(policyVersion, { id }),
        this.#client.value.query(policyPack, { version: id }),
      ]);
      if (row) this.theirs = { row, pack };
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  #settle(opened: Opened, pack: PolicyPack): void {
    const { theirs } = this;
    if (!theirs) return;
    const next: Opened = { ...opened, row: theirs.row };
    opened.history.saved = theirs.pack;
    this.theirs = undefined;
    this.#opened.set(next);
    this.#change(next, (history) => history.change(pack));
  }

  #keys(event: KeyboardEvent, opened: Opened): void {
    if (isComposed(event)) return;
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !this.#editable(opened)) return;
    if (event.composedPath().some((node) => node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement))
      return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) this.#change(opened, (history) => history.undo());
    else if (key === 'y' || key === 'z') this.#change(opened, (history) => history.redo());
    else if (key === 's') void this.#save(opened);
    else return;
    event.preventDefault();
  }

  override render() {
    const missing = emptyState({ icon: 'search', title: this.words(policyWords).missing, isPage: true });
    if (this.#opened.problem?.code === 'NOT_FOUND') return missing;
    return html`<div
      class="page">${loaded(this.#opened, this.language, (opened) => this.#renderOpened(opened), { isPage: true })}</div>`;
  }

  #renderOpened(opened: Opened) {
    const section = sectionOf(this.params['section']);
    const editable = this.#editable(opened);
    return html`<div class="whole" @keydown=${(event: KeyboardEvent) => this.#keys(event, opened)}>
      ${this.#renderHead(opened, editable || this.#isUnknown(opened))} ${this.#renderNotice(opened)} ${this.#renderTabs(opened, section)}
      ${editable && (section === 'tables' || opened.history.dirty) ? this.#renderBar(opened) : nothing} ${problemNotice(this.problem, this.language)}
      ${this.#renderSection(opened, section)} ${this.#renderDialogs(opened)}
    </div>`;
  }

  #renderHead({ row, history }: Opened, editable: boolean) {
    const { language } = this;
    const words = this.words(policyWords);
    const name = language.of(history.present.title);
    const stores = [...this.#directory.value.stores.values()].map((store) => ({ value: store.id, label: store.name }));
    return html`<div class="page-head">
      <a class="button plain icon-only" href=${this.#navigation.value.href('/policies')}
        aria-label=${words.back}>${icon('back')}</a>
      <h1>${row ? words.versionOf(name, row.number) : name}</h1>
      ${row ? stateChip(row.state, language) : html`<span class="chip">${words.shipped}</span>`}
      <span class="chip">${this.language.code('PolicyLayer', history.present.layer)}</span>
      ${row?.storeId ? html`<span class="muted">${this.#store(row)?.name}</span>` : nothing}
      ${!row?.storeId && stores.length > 1 ? html`<div class="for-store">${selectField({ id: 'for-store', label: words.store, value: this.#store(row)?.id ?? '', choices: stores, onInput: (store) => (this.storeId = store) })}</div>` : nothing}
      <button class="button" type="button"
        @click=${() => savePack(history.present, row?.number ?? null)}>${words.export}</button>
      ${can(this.#viewer.value, 'policy.draft') && !editable && history.present.layer !== 'STATUTORY' ? html`<button class="button" type="button" @click=${() => (this.drafting = true)}>${icon('plus')}${words.draftFrom}</button>` : nothing}
    </div>`;
  }

  #renderNotice(opened: Opened) {
    const words = this.words(policyWords);
    const { banner, asOf } = opened.history.present;
    const why = !opened.row
      ? words.readOnlyShipped
      : this.#editable(opened) || this.#isUnknown(opened)
        ? ''
        : words[WHY_READ_ONLY[opened.row.state]];
    return html`${why ? html`<p class="notice">${icon('lock')}<span>${why}</span></p>` : nothing}
      ${opened.row ? nothing : html`<p class="notice warn">${icon('warning')}<span>${words.verify} ${this.language.of(banner)} (${words.asOf(asOf)})</span></p>`}`;
  }

  #renderTabs({ id, row }: Opened, current: SectionName) {
    const words = this.words(policyWords);
    const names = (Object.keys(SECTIONS) as SectionName[]).filter(
      (name) => row || (name !== 'approval' && name !== 'replay'),
    );
    return html`<nav class="tabs" aria-label=${words.tabsLabel}>
      ${names.map((name) => html`<a class="tab" href=${this.#navigation.value.href(`/policies/${id}/${name}`)} aria-current=${name === current ? 'page' : nothing}>${words.tabs[name]}</a>`)}
    </nav>`;
  }

  #renderBar(opened: Opened) {
    const words = this.words(policyWords);
    const { canUndo, canRedo, dirty, saved } = opened.history;
    const step = (label: string, on: boolean, act: (history: PackHistory) => void) =>
      html`<button class="button" type="button" aria-disabled=${!on}
        @click=${() => on && this.#change(opened, act)}>${label}</button>`;
    return html`<div class="bar">
      ${step(words.undo, canUndo, (history) => history.undo())} ${step(words.redo, canRedo, (history) => history.redo())}
      <button class="button" type="button" @click=${() => (this.importing = true)}>${words.import}</button>
      <span class="grow muted small" role="status">${dirty ? words.unsaved : ''}</span>
      ${step(words.discardChanges, dirty, (history) => history.change(saved))}
      <button class="button primary" type="button" aria-disabled=${!dirty || this.saving}
        @click=${() => void this.#save(opened)}>${words.saveDraft}</button>
    </div>`;
  }

  #renderSection(opened: Opened, name: SectionName) {
    const { tag, load } = SECTIONS[name];
    const { id, row, history } = opened;
    const values = {
      version: id,
      row,
      pack: history.present,
      dirty: history.dirty,
      editable: this.#editable(opened),
      store: this.#store(row),
      revision: this.revision,
      search: this.search,
    };
    return html`<desk-admin-lazy .tag=${tag} .load=${load} .values=${values}
      @desk-pack-change=${({ detail }: CustomEvent<PolicyPack>) => this.#change(opened, (before) => before.change(detail))}
      @desk-version-moved=${({ detail }: CustomEvent<VersionItem>) => this.#opened.set({ ...opened, row: detail })}></desk-admin-lazy>`;
  }

  #renderDialogs(opened: Opened) {
    const { history, row, id } = opened;
    return html`${
      this.theirs
        ? html`<desk-admin-lazy .tag=${'desk-admin-policy-conflict'} .load=${() => import('./conflict-dialog.ts')}
          .values=${{ origin: history.saved, mine: history.present, theirs: this.theirs }}
          @desk-settled=${({ detail }: CustomEvent<PolicyPack>) => this.#settle(opened, detail)} @desk-closed=${() => (this.theirs = undefined)}></desk-admin-lazy>`
        : nothing
    }
    ${
      this.importing
        ? html`<desk-admin-lazy .tag=${'desk-admin-policy-import'} .load=${() => import('./import-dialog.ts')}
          .values=${{ origin: history.present, storeId: this.#store(row)?.id ?? '' }}
          @desk-pack-change=${({ detail }: CustomEvent<PolicyPack>) => this.#change(opened, (before) => before.change(detail))} @desk-closed=${() => (this.importing = false)}></desk-admin-lazy>`
        : nothing
    }
    ${
      this.drafting
        ? html`<desk-admin-lazy .tag=${'desk-admin-policy-draft-dialog'} .load=${() => import('./draft-dialog.ts')}
          .values=${{ storeId: this.#store(row)?.id ?? '', from: id }}
          @desk-drafted=${({ detail }: CustomEvent<VersionItem>) => this.#navigation.value.go(`/policies/${detail.id}`)} @desk-closed=${() => (this.drafting = false)}></desk-admin-lazy>`
        : nothing
    }`;
  }
}

define('desk-admin-policy', DeskPolicy);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-policy': DeskPolicy;
  }
}
