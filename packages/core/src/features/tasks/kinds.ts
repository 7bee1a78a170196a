/**
 * @module Kinds of follow-up tasks. A feature adds its kinds to the vocabulary and says by `taskKind` with which
 * outcomes one ends and how long it may be late before somebody is told.
 */
import { answer, point, type Answer } from '../../kernel/point.ts';
import { vocabulary, type AddedCodes, type CodeOf } from '../../kernel/vocabulary.ts';

export const TaskKind = vocabulary('TaskKind', {
  AD_HOC: { en: 'Task', zh: '临时任务', note: 'Given by hand.' },
});

/** How a task ended that was done. */
export const TaskOutcome = vocabulary('TaskOutcome', {
  DONE: { en: 'Done', zh: '已完成' },
  NO_ANSWER: { en: 'Not reached', zh: '未联系上' },
  DECLINED: { en: 'Declined', zh: '对方不需要' },
});

/** Why a task is not needed any more. */
export const TaskCancelReason = vocabulary('TaskCancelReason', {
  BY_HAND: { en: 'Called off', zh: '人工取消' },
  ANSWERED: { en: 'Answered', zh: '已回复' },
  CLOSED: { en: 'Closed', zh: '已关闭' },
});

/** A kind of task, by its code in the vocabulary. */
export interface TaskKindRule {
  readonly code: string;
  /** Codes of `TaskOutcome`; one of them is said when it is done. */
  readonly outcomes: readonly CodeOf<typeof TaskOutcome>[];
  /** Minutes after its due in which nobody is told that it is late. @defaultValue 0 */
  readonly grace?: number;
}

/** Says how tasks of a kind that this feature adds are done; `codes` is what `addTo(TaskKind, …)` gave. */
export const taskKind = <Code extends string>(
  _codes: Pick<AddedCodes<Code>, 'codes'>,
  rule: TaskKindRule & { readonly code: NoInfer<Code> },
): TaskKindRule => rule;

/** Which kinds of tasks there are, and how each is done. */
export const taskKinds = point<Record<string, never>, readonly TaskKindRule[]>('tasks.kinds');

/** Makes kinds known to the desk; a feature lists it in `answers`. */
export const knownTasks = (...rules: readonly TaskKindRule[]): Answer => answer(taskKinds, () => rules);

export const adHoc: TaskKindRule = { code: 'AD_HOC', outcomes: ['DONE', 'NO_ANSWER', 'DECLINED'] };
