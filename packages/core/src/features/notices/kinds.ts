/**
 * @module What the desk gives notice of. A feature adds its kinds to the vocabulary and says by `noticeKind` how much
 * each matters, whether people may switch it off, and by when somebody must have acknowledged it.
 */
import { answer, point, type Answer } from '../../kernel/point.ts';
import { vocabulary, type AddedCodes } from '../../kernel/vocabulary.ts';
import type { Span } from '../../kernel/work.ts';
import type { NoticeSeverity } from './codes.ts';

export const NoticeKind = vocabulary('NoticeKind', {
  ANNOUNCEMENT: { en: 'Announcement', zh: '公告' },
});

/** A kind of notice, by its code in the vocabulary. */
export interface NoticeKindRule {
  readonly code: string;
  readonly severity: NoticeSeverity;
  /** Nobody switches it off, neither a store nor a person. @defaultValue false */
  readonly locked?: boolean;
  /**
   * By when somebody must have acknowledged it; each time nobody has, it goes to the next audience too. Absent: it is
   * only read.
   */
  readonly acknowledge?: Span;
}

/** Says how a kind that this feature adds is treated; `codes` is what `addTo(NoticeKind, …)` gave. */
export const noticeKind = <Code extends string>(
  _codes: Pick<AddedCodes<Code>, 'codes'>,
  rule: NoticeKindRule & { readonly code: NoInfer<Code> },
): NoticeKindRule => rule;

/** Which kinds of notices there are, and how each is treated. */
export const noticeKinds = point<Record<string, never>, readonly NoticeKindRule[]>('notices.kinds');

/** Makes kinds known to the desk; a feature lists it in `answers`. */
export const knownNotices = (...rules: readonly NoticeKindRule[]): Answer => answer(noticeKinds, () => rules);

export const announcement: NoticeKindRule = { code: 'ANNOUNCEMENT', severity: 'IMPORTANT' };
