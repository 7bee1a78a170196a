/** The Chinese of what this feature says in English. */
export const shiftTexts = {
  'A shift ends after it begins, within 16 hours.': '班次结束时间必须晚于开始时间，且不超过 16 小时。',
  'Check in from an hour before the shift until its end.': '可在班次开始前一小时至结束前签到。',
  'Choose a colleague.': '请选择同事。',
  'Nobody acknowledges his own hand-over.': '不能确认自己的交接。',
  'Nobody approves his own swap.': '不能批准自己的换班。',
  'Only one’s own shift.': '只能操作自己的班次。',
  'Only who hands over writes this.': '只有交班人可以填写。',
  'Send the hand-over first.': '请先提交交接。',
  'The hand-over is meant for somebody else.': '该交接指定了其他接班人。',
  'The person does not work for this store.': '该员工不负责此店铺。',
  'The person has another shift at this time.': '该员工此时段已有班次。',
};
