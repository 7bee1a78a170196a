import { texts } from '../../kernel/said.ts';

/** What this feature says in denials. */
export const ticketTexts = texts('tickets', {
  alreadyNewest: { en: 'It runs on the newest version already.', zh: '已使用最新版本的流程。' },
  answerCustomer: { en: 'The customer waits for an answer: answer first.', zh: '顾客正在等待回复，请先回复。' },
  answerFirst: { en: 'A department has been asked: its answer is due first.', zh: '已请部门协助，请先登记其答复。' },
  chooseNext: { en: 'Choose what follows.', zh: '请选择下一节点。' },
  chooseNode: { en: 'Choose the node at which it goes on.', zh: '请选择继续的节点。' },
  customerDecides: { en: 'This is for the customer to say.', zh: '应由顾客本人确认。' },
  itself: { en: 'A ticket is not merged into itself.', zh: '工单不能并入自身。' },
  lastStep: { en: 'This is the last node: resolve the ticket.', zh: '已到最后节点，请直接标记已解决。' },
  mustBeOpen: { en: 'The other ticket has ended.', zh: '目标工单已结束。' },
  noCustomer: { en: 'The ticket has no customer who could be asked.', zh: '该工单没有关联顾客。' },
  noSuchNode: { en: 'The flow has no such node here.', zh: '流程中没有该节点。' },
  notAsleep: { en: 'It does not sleep.', zh: '未处于休眠。' },
  nothingAsked: { en: 'No department has been asked.', zh: '尚未请部门协助。' },
  onlyAhead: { en: 'Choose a time that is still to come.', zh: '请选择将来的时间。' },
  otherCustomer: { en: 'The other ticket belongs to another customer.', zh: '目标工单属于另一位顾客。' },
  otherOffice: { en: 'This node belongs to other roles or teams.', zh: '该节点由其他角色或小组负责。' },
  otherStore: { en: 'The other ticket belongs to another store.', zh: '目标工单属于另一家店铺。' },
  recordFirst: { en: 'Write down the problem first.', zh: '请先填写问题记录。' },
  samePart: { en: 'This part is split off already.', zh: '该部分已拆分。' },
  sayWhyKept: { en: 'Say why it was not handed over.', zh: '请说明未转接的原因。' },
  stepsLeft: {
    en: 'Nodes of its flow are left: say why it ends here.',
    zh: '流程尚有节点未完成，请说明提前结束的原因。',
  },
  takeFirst: { en: 'Take the conversation first.', zh: '请先接待该会话。' },
  thirtyDays: { en: 'Thirty days at most.', zh: '最多休眠三十天。' },
  tooLate: { en: 'It was closed more than seven days ago.', zh: '关闭已超过七天。' },
  unknownOwner: { en: 'There is no such role or team.', zh: '没有该角色或小组。' },
});
