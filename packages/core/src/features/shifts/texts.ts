import { texts } from '../../kernel/said.ts';

/** What this feature says in denials and of fields. */
export const shiftTexts = texts('shifts', {
  checkInTime: {
    en: 'Check in from an hour before the shift until its end.',
    zh: '可在班次开始前一小时至结束前签到。',
  },
  chooseColleague: { en: 'Choose a colleague.', zh: '请选择同事。' },
  giverOnly: { en: 'Only who hands over writes this.', zh: '只有交班人可以填写。' },
  handOverFirst: { en: 'Send the hand-over first.', zh: '请先提交交接。' },
  meantForSomebodyElse: { en: 'The hand-over is meant for somebody else.', zh: '该交接指定了其他接班人。' },
  notOwnHandover: { en: 'Nobody acknowledges their own hand-over.', zh: '不能确认自己的交接。' },
  notOwnSwap: { en: 'Nobody approves their own swap.', zh: '不能批准自己的换班。' },
  otherStore: { en: 'The person does not work for this store.', zh: '该员工不负责此店铺。' },
  ownShiftOnly: { en: 'Only one’s own shift.', zh: '只能操作自己的班次。' },
  shiftLength: {
    en: 'A shift ends after it begins, within 16 hours.',
    zh: '班次结束时间必须晚于开始时间，且不超过 16 小时。',
  },
  shiftsOverlap: { en: 'The person has another shift at this time.', zh: '该员工此时段已有班次。' },
});
