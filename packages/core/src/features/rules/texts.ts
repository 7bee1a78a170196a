import { texts } from '../../kernel/said.ts';

/** What this feature says in denials, and of runs. */
export const ruleTexts = texts('rules', {
  changedMeanwhile: {
    en: 'The draft has changed since the dry run. Run it again.',
    zh: '试运行之后草稿已有改动，请重新试运行。',
  },
  chooseEvent: { en: 'Choose an event.', zh: '请选择触发事件。' },
  circle: { en: 'This would set itself off: {way}.', zh: '规则会触发自身：{way}。' },
  conditionWrong: { en: 'This is no condition: {problem}', zh: '条件无效：{problem}' },
  eventUnknown: { en: 'No feature of this desk knows this event.', zh: '当前系统不支持此事件。' },
  fieldUnknown: { en: 'This event has no field {field}.', zh: '此事件没有字段“{field}”。' },
  lastPlace: { en: 'There are {count, number} rules.', zh: '共有 {count, number} 条规则。' },
  nothingToPublish: { en: 'Nothing has changed since it was published.', zh: '发布后没有改动。' },
  operatorWrong: { en: 'This field cannot be asked so.', zh: '此字段不支持该判断方式。' },
  otherRow: {
    en: 'This action is about another kind of row. Say which one by a field.',
    zh: '此操作针对其他类型的记录，请用字段指定。',
  },
  pausedHourCap: {
    en: 'More than {most, number} runs in an hour: it has paused itself.',
    zh: '一小时内超过 {most, number} 次，规则已自动暂停。',
  },
  rightMissing: {
    en: 'You cannot let a rule do what you may not do yourself.',
    zh: '您没有此步骤所需的权限，不能发布。',
  },
  rowCap: {
    en: 'More than {most, number} runs for one row in 24 hours.',
    zh: '24 小时内对同一记录超过 {most, number} 次。',
  },
  stepUnknown: { en: 'No rule can do this.', zh: '规则不能执行此操作。' },
  stepsMissing: { en: 'Add a step.', zh: '请添加步骤。' },
  valueWrong: { en: 'This field does not hold such a value.', zh: '此字段没有这样的值。' },
});
