import type { Texts } from '../../kit/language.ts';

const en = {
  flow: 'Flow',
  now: (node: string) => `Now: ${node}`,
  due: (time: string) => `Due ${time}`,
  noDue: 'No time limit runs',
  owners: (who: string) => `Owners: ${who}`,
  output: (what: string) => `Output of this node: ${what}`,
  finish: (to: string) => `Done, on to ${to}`,
  finishLast: 'Done',
  done: 'Done so far',
  checkpoints: 'Checkpoints',
  open: 'open',
  asleep: (time: string) => `Sleeps until ${time}`,
  noTickets: 'This customer has no tickets.',
  asked: (who: string, question: string) => `${who} was asked: ${question}`,
  byDesk: 'the desk or the customer',
};

const zh: typeof en = {
  flow: '流程',
  now: (node) => `当前：${node}`,
  due: (time) => `${time} 到期`,
  noDue: '当前没有计时',
  owners: (who) => `负责方：${who}`,
  output: (what) => `本节点产出：${what}`,
  finish: (to) => `完成，进入 ${to}`,
  finishLast: '完成',
  done: '已完成节点',
  checkpoints: '检查点',
  open: '未完成',
  asleep: (time) => `休眠至 ${time}`,
  noTickets: '该顾客没有工单。',
  asked: (who, question) => `已请${who}协助：${question}`,
  byDesk: '系统或顾客',
};

export const ticketWords: Texts<typeof en> = { key: 'tickets', en, zh };
