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
import type { Texts } from '../../kit/language.ts';
import type { VersionItem } from './data.ts';
import { differenceList, differenceStyle } from './difference-list.ts';
import { mergePacks, type Contested } from './pack-merge.ts';

const en = {
  title: 'Somebody else saved this draft meanwhile',
  text: (name: string, at: string) => `${name} saved it ${at}. Nothing of yours is lost. This is what was changed:`,
  contested: (rows: string) => `Both of you changed ${rows}: if you put both together, your text stays there.`,
  noDraft: 'It is no draft any more, so your changes cannot be saved. Export them as a file to keep them.',
  merge: 'Put both together',
  theirs: 'Drop mine',
};
const zh: typeof en = {
  title: '此草稿已被他人保存',
  text: (name, at) => `${name} 于 ${at} 保存。您的修改没有丢失。对方的修改如下：`,
  contested: (rows) => `双方都修改了 ${rows}：合并后以您的内容为准。`,
  noDraft: '它已不是草稿，您的修改无法保存，可导出为文件留存。',
  merge: '合并双方修改',
  theirs: '放弃我的修改',
};
const conflictWords: Texts<typeof en> = { en, zh };

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
      <button slot="actions" class="button" type="button" @click=${() => this.tell('desk-settled', pack)}>${words.theirs}</button>
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
