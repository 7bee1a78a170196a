import type { z } from 'zod';
import { codes } from '../../kernel/codes.ts';

export const RULE_STATES = {
  DRAFT: { en: 'Draft', zh: '草稿', note: 'It has never been published.' },
  ACTIVE: { en: 'At work', zh: '运行中' },
  PAUSED: { en: 'Paused', zh: '已暂停' },
  RETIRED: { en: 'Retired', zh: '已停用' },
} as const;
export const ruleState = codes('RuleState', RULE_STATES);

export const rulePauseReason = codes('RulePauseReason', {
  BY_HAND: { en: 'By hand', zh: '人工暂停' },
  HOUR_CAP: { en: 'More runs in an hour than its cap', zh: '超过每小时上限' },
});

/** What a condition asks of a field. */
export const ruleOperator = codes('RuleOperator', {
  IS: { en: 'is', zh: '等于' },
  IS_NOT: { en: 'is not', zh: '不等于' },
  ONE_OF: { en: 'is one of', zh: '属于' },
  AT_LEAST: { en: 'at least', zh: '不小于' },
  AT_MOST: { en: 'at most', zh: '不大于' },
  AFTER: { en: 'after', zh: '晚于' },
  BEFORE: { en: 'before', zh: '早于' },
  CONTAINS: { en: 'contains', zh: '包含' },
  KNOWN: { en: 'is known', zh: '已填写' },
  UNKNOWN: { en: 'is not known', zh: '未填写' },
});
export type RuleOperator = z.output<typeof ruleOperator>;

export const ruleMatch = codes('RuleMatch', {
  ALL: { en: 'All conditions hold', zh: '满足全部条件' },
  ANY: { en: 'One condition holds', zh: '满足任一条件' },
});

/** What a field of an event holds. */
export const ruleFieldType = codes('RuleFieldType', {
  TEXT: { en: 'Text', zh: '文本' },
  CODE: { en: 'One of a list', zh: '选项' },
  NUMBER: { en: 'Number', zh: '数字' },
  BOOLEAN: { en: 'Yes or no', zh: '是否' },
  INSTANT: { en: 'Time', zh: '时间' },
});
export type RuleFieldType = z.output<typeof ruleFieldType>;

export const RUN_STATES = {
  RUNNING: { en: 'Under way', zh: '执行中' },
  DONE: { en: 'Done', zh: '已完成' },
  STOPPED: { en: 'Stopped', zh: '已中止', note: 'A step was refused; those after it were not tried.' },
  NOT_RUN: { en: 'Not run', zh: '未执行', note: 'The reason stands beside it.' },
} as const;
export const runState = codes('RuleRunState', RUN_STATES);

/** Why a rule did not run, or not to its end. */
export const runReason = codes('RuleRunReason', {
  REFUSED: { en: 'A step was refused', zh: '步骤被拒绝' },
  LOOP: { en: 'It would set itself off', zh: '会触发自身' },
  TOO_DEEP: { en: 'Too many rules set each other off', zh: '规则连锁过深' },
  ROW_CAP: { en: 'Cap for a row', zh: '已达单条记录上限' },
  HOUR_CAP: { en: 'Cap for an hour', zh: '已达每小时上限' },
  PAUSED: { en: 'The rule was paused', zh: '规则已暂停' },
  CONDITION_FAILED: { en: 'The condition could not be judged', zh: '条件无法判断' },
  MOVED_ON: { en: 'It was no longer so when its time came', zh: '到时情况已变化' },
});
export type RunReason = z.output<typeof runReason>;

/** What a draft would have done with an event. */
export const dryOutcome = codes('RuleDryOutcome', {
  WOULD_RUN: { en: 'Would run', zh: '将执行' },
  REFUSED: { en: 'Would be refused', zh: '将被拒绝' },
  CAPPED: { en: 'Over its cap', zh: '超过上限' },
  LOOP: { en: 'Was its own doing', zh: '由规则自身引起' },
  CONDITION_FAILED: { en: 'The condition could not be judged', zh: '条件无法判断' },
});
export type DryOutcome = z.output<typeof dryOutcome>;
export const dryChange = codes('RuleDryChange', {
  MADE: { en: 'New', zh: '新建' },
  CHANGED: { en: 'Changed', zh: '变更' },
  REMOVED: { en: 'Removed', zh: '移除' },
});
