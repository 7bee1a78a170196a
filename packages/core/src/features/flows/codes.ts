/** @module The codes of flows with their words (default content 2.5). */
import { codes } from '../../kernel/codes.ts';
import { vocabulary } from '../../kernel/vocabulary.ts';

export const flowOwnerKind = codes('FlowOwnerKind', {
  ROLE: { en: 'Role', zh: '角色' },
  TEAM: { en: 'Team', zh: '小组' },
  CUSTOMER: { en: 'The customer', zh: '顾客' },
  SYSTEM: { en: 'The desk', zh: '系统' },
});

export const flowClockKind = codes('FlowClockKind', {
  SERVICE: { en: 'Within service hours', zh: '服务时间内' },
  OFFICE: { en: 'Within office hours', zh: '工作时间内' },
  WALL: { en: 'Within, day and night', zh: '自然时间内' },
  SAME_DAY: { en: 'The same day', zh: '当天' },
  AT_ONCE: { en: 'At once', zh: '即时' },
  REPLY: { en: 'As every reply', zh: '同会话回复时限', note: 'The service level of replies in a conversation rules.' },
  POLICY: { en: 'As the policy says', zh: '按政策', note: 'A policy of the store names the time.' },
});
/** Clocks that run for a number of minutes. */
export const TIMED: readonly string[] = ['SERVICE', 'OFFICE', 'WALL'];

/** The four checkpoints of every ticket (R-POL-04). */
export const checkpoint = codes('FlowCheckpoint', {
  RECEPTION: { en: 'Reception', zh: '顾客接待' },
  RECORD: { en: 'Problem record', zh: '问题记录' },
  TRANSFER: { en: 'Transfer', zh: '问题转接' },
  FEEDBACK: { en: 'Result feedback', zh: '结果反馈' },
});

/** What an item is about; each starts one flow (R-AFT-01, intents of 2.12.5). */
export const TicketIntent = vocabulary('TicketIntent', {
  QUALITY: { en: 'Quality', zh: '质量问题' },
  USAGE: { en: 'Usage', zh: '使用问题' },
  RETURN: { en: 'Return', zh: '退货' },
  EXCHANGE: { en: 'Exchange', zh: '换货' },
  REPAIR: { en: 'Repair', zh: '维修' },
  REFUND: { en: 'Refund', zh: '退款' },
  LOGISTICS: { en: 'Delivery', zh: '物流' },
  INVOICE: { en: 'Invoice', zh: '发票' },
  ORDER: { en: 'Order', zh: '订单' },
  PAYMENT: { en: 'Payment', zh: '支付' },
  ACCOUNT: { en: 'Account', zh: '账户' },
  TECH: { en: 'Technical help', zh: '技术支持' },
  COMPLAINT: { en: 'Complaint', zh: '投诉' },
  SUGGESTION: { en: 'Suggestion', zh: '建议' },
  OTHER: { en: 'Other', zh: '其他' },
});

/** Why a draft cannot be published. */
export const flowProblemCode = codes('FlowProblem', {
  NO_NODES: { en: 'The flow has no nodes', zh: '流程没有节点' },
  NO_CODE: { en: 'Without a code', zh: '缺少节点代码' },
  CODE_TWICE: { en: 'The code is there twice', zh: '节点代码重复' },
  UNNAMED: { en: 'Without a name in both languages', zh: '缺少中英文名称' },
  UNOWNED: { en: 'Nobody owns it', zh: '没有负责方' },
  UNKNOWN_OWNER: { en: 'Its owner is not there', zh: '负责方不存在' },
  NO_CLOCK: { en: 'Without a clock', zh: '没有时限' },
  NO_OUTPUT: { en: 'Without an output in both languages', zh: '缺少中英文产出' },
  UNKNOWN_NEXT: { en: 'Leads to a node that is not there', zh: '指向不存在的节点' },
  CIRCULAR: { en: 'Leads back to itself', zh: '形成循环' },
  UNREACHABLE: { en: 'Cannot be reached', zh: '无法到达' },
  CHECKPOINT_TWICE: { en: 'A checkpoint is there twice', zh: '检查点重复' },
  UNKNOWN_START: { en: 'An intent starts at a node that is not there', zh: '意图指向不存在的节点' },
  STARTED_ELSEWHERE: { en: 'An intent starts another flow already', zh: '该意图已启动其他流程' },
  NOTHING_STARTS: { en: 'Tickets about anything else would have no flow', zh: '其他类工单将没有流程可用' },
});

/** What differs between two versions of a node. */
export const flowDifference = codes('FlowDifference', {
  ADDED: { en: 'Added', zh: '新增' },
  REMOVED: { en: 'Removed', zh: '移除' },
  OWNER: { en: 'Other owner', zh: '负责方变更' },
  CLOCK: { en: 'Other clock', zh: '时限变更' },
  OUTPUT: { en: 'Other output', zh: '产出变更' },
  WAY: { en: 'Leads elsewhere', zh: '去向变更' },
  WORDS: { en: 'Other words', zh: '文字变更' },
});
