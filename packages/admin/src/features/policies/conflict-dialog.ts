import { css, html, nothing } from 'lit';
import type { PolicyPack } from '@shopdesk/core/policies';
import { clientContext, directoryContext, Use } from '../../desk/contexts.ts';
import { nameOf } from '../../desk/directory.ts';
import { RowOffers } from '../../desk/offers.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import type { VersionItem } from './data.ts';
import { differenceList, differenceStyle } from './difference-list.ts';
import { mergePacks, type Contested } from './pack-merge.ts';
import { conflictWords } from './conflict-words.ts';

/**
 * @summary Two people edited one draft: what the other changed, and both ways out.
 * @event {PolicyPack} desk-settled - The text to go on with.
 */
export class DeskPolicyConflict extends DeskElement {
  static override properties = {
    origin: { attribute: false },
    mine: { attribute: false },
    theirs: { attribute: false },
  };
  static override styles = [
    base,
    controls,
    differenceStyle,
    css`
      .all {
        display: grid;
        gap: 0.75rem;
      }
    `,
  ];

  /** What both started from. */
  declare origin: PolicyPack;
  declare mine: PolicyPack;
  declare theirs: { readonly row: VersionItem; readonly pack: PolicyPack };
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #offers = new RowOffers(this, {
    client: () => this.#client.value,
    entity: 'PolicyVersion',
    rows: () => (this.theirs ? [this.theirs.row] : []),
  });

  #placeOf({ table: code, row }: Contested): string {
    const title = (this.mine.tables.find((table) => table.code === code) ?? this.mine).title;
    return [this.language.of(title), row].filter(Boolean).join(' ');
  }

  override render() {
    const words = this.words(conflictWords);
    const { row, pack } = this.theirs;
    const { pack: merged, contested } = mergePacks(this.origin, this.mine, pack);
    const goesOn = this.#offers.allows(row, 'editPolicyDraft');
    const isOver = this.#offers.knows(row) && !goesOn;
    return html`<desk-admin-dialog open wide heading=${words.title}>
      <div class="all">
        <p>${words.text(nameOf(this.#directory.value, row.lastEditorId), this.language.moment(row.updatedAt))}</p>
        ${!isOver ? nothing : html`<p class="notice danger">${icon('warning')}<span>${words.noDraft}</span></p>`}
        ${contested.length > 0 ? html`<p class="notice warn">${icon('warning')}<span>${words.contested(this.language.list(contested.map((one) => this.#placeOf(one))))}</span></p>` : nothing}
        ${differenceList(this.origin, pack, this.language)}
      </div>
      <button slot="actions" class="button" type="button"
        @click=${() => this.tell('desk-settled', pack)}>${words.theirs}</button>
      ${goesOn ? html`<button slot="actions" class="button primary" type="button" @click=${() => this.tell('desk-settled', merged)}>${words.merge}</button>` : nothing}
    </desk-admin-dialog>`;
  }
}

define('desk-admin-policy-conflict', DeskPolicyConflict);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-policy-conflict': DeskPolicyConflict;
  }
}
