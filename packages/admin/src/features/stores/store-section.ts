/**
 * @module What the sections of a store's settings share: a draft over the store, saved by one button.
 */
import type { PropertyValues } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, Use, viewerContext } from '../../desk/contexts.ts';
import { can } from '../../desk/viewer.ts';
import { DeskElement } from '../../kit/element.ts';
import type { Problem } from '../../kit/problem.ts';
import { toast } from '../../kit/toast.ts';
import { updateStore, type StoreChange, type StoreItem } from './data.ts';
import { storeWords } from './words.ts';

/** @event {StoreItem} desk-saved - The store as it is now. */
export abstract class StoreSection extends DeskElement {
  static override properties = { store: { attribute: false }, draft: { state: true } };

  declare store: StoreItem;
  draft: StoreChange = {};
  protected readonly client = new Use(this, clientContext);
  protected readonly viewer = new Use(this, viewerContext);
  protected readonly act = new Act(this);

  /** The store with what is not saved yet. */
  protected get now(): StoreItem {
    return { ...this.store, ...this.draft };
  }

  protected get mayChange(): boolean {
    return can(this.viewer.value, 'store.configure');
  }

  protected get dirty(): boolean {
    return Object.keys(this.draft).length > 0;
  }

  protected get problem(): Problem | undefined {
    return this.act.problem;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('store') && changed.get('store')?.id !== this.store.id) this.draft = {};
  }

  protected set(change: StoreChange): void {
    this.draft = { ...this.draft, ...change };
  }

  /** Saves the draft; answers undefined when it was refused. */
  protected perform(): Promise<StoreItem | undefined> {
    return this.act.run(this.client.value, updateStore, { id: this.store.id, ...this.draft });
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    const saved = await this.perform();
    if (!saved) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    this.draft = {};
    this.tell('desk-saved', saved);
    toast(this, { kind: 'ok', text: this.words(storeWords).saved });
  }
}
