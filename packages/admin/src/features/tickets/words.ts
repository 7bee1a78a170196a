import type { Texts } from '../../kit/language.ts';

const en = {
  title: 'Tickets',
  flow: 'Flow',
  edition: (edition: number) => `version ${edition}`,
  now: 'Now',
  due: (time: string) => `Due ${time}`,
  noDue: 'No time limit runs',
  owners: 'Owners',
  output: 'Output of this node',
  finish: (to: string) => `Done, on to ${to}`,
  finishLast: 'Done',
  resolve: 'Resolve',
  done: 'Done so far',
  checkpoints: 'Checkpoints',
  open: 'open',
  asleep: (time: string) => `Sleeps until ${time}`,
  noTickets: 'This customer has no tickets.',
  asked: (who: string) => `${who} was asked`,
  byDesk: 'the desk or the customer',
};

const zh: typeof en = {
  title: '工单',
  flow: '流程',
  edition: (edition) => `版本 ${edition}`,
  now: '当前',
  due: (time) => `${time} 到期`,
  noDue: '当前没有计时',
  owners: '负责方',
  output: '本节点产出',
  finish: (to) => `完成，进入 ${to}`,
  finishLast: '完成',
  resolve: '标记已解决',
  done: '已完成节点',
  checkpoints: '检查点',
  open: '未完成',
  asleep: (time) => `休眠至 ${time}`,
  noTickets: '该顾客没有工单。',
  asked: (who) => `已请${who}协助`,
  byDesk: '系统或顾客',
};

export const ticketWords: Texts<typeof en> = { key: 'tickets', en, zh };
