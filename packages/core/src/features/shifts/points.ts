/** @module What a shift leaves to the next, asked of every feature that somebody may have work of in hand. */
import { point } from '../../kernel/point.ts';
import { memberOf, vocabulary, type CodeOf } from '../../kernel/vocabulary.ts';

/** What an item of a hand-over is about. PROMISE, PARCEL and NOTE are written by people. */
export const ItemKind = vocabulary('HandoverItemKind', {
  CONVERSATION: { en: 'Conversation', zh: '会话' },
  WORK: { en: 'Work item', zh: '工作事项' },
  PROMISE: { en: 'Promise', zh: '承诺' },
  PARCEL: { en: 'Parcel', zh: '包裹' },
  NOTE: { en: 'Note', zh: '备注' },
});
export type ItemKind = CodeOf<typeof ItemKind>;
export const itemKind = memberOf(ItemKind);

/** Something that a person has in hand, as who takes over reads it. */
export interface OpenItem {
  readonly kind: ItemKind;
  /** Id of what it is about, of a work item `Entity/id`; with the kind it names the item. */
  readonly refId: string;
  /** One line, in the words of the store's people; cut when it is long. */
  readonly text: string;
  /** When it must be done. @defaultValue never */
  readonly dueAt?: string | null;
}

/** What a person has in hand in a store, at most `most` of each kind; it is asked in the desk's own reach. */
export const openWork = point<
  { readonly userId: string; readonly storeId: string; readonly most: number },
  readonly OpenItem[]
>('shift.openWork');
