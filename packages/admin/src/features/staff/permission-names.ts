import { inWords } from '../../records/names.ts';
import type { Language, Texts } from '../../kit/language.ts';

type Names = Readonly<Record<string, string>>;

const en: Names = {
  'staff.read': 'See colleagues',
  'staff.manage': 'Manage staff and permissions',
  'store.read': 'See stores',
  'store.configure': 'Configure stores',
  'audit.read': 'Read the audit trail',
  'presence.override': 'Set the status of others',
  'customer.read': 'See customers',
  'customer.edit': 'Edit customer files',
  'data.reveal': 'See contact data in full',
  'conversation.read': 'Read conversations',
  'customer.reply': 'Reply to customers',
  'conversation.note': 'Write notes',
  'conversation.assign': 'Assign conversations',
  'conversation.transferOutsideWhitelist': 'Approve and make transfers for other reasons',
  'conversation.closeOthers': 'Close conversations of others',
  'sla.read': 'See service levels',
  'sla.manage': 'Set service levels',
  'kpi.read': 'See everybody’s figures',
  'escalation.level2': 'Accept escalations to the back office (L2)',
  'escalation.level3': 'Accept escalations to the supervisor (L3)',
  'escalation.level4': 'Accept escalations to the manager (L4)',
  'escalation.lower': 'Lower the level of a conversation',
  'shift.read': 'See shifts and hand-overs',
  'shift.plan': 'Plan shifts and decide swaps',
  'shift.override': 'End shifts without a hand-over',
};
const zh: Names = {
  'staff.read': '查看同事',
  'staff.manage': '管理员工与权限',
  'store.read': '查看店铺',
  'store.configure': '配置店铺',
  'audit.read': '查看审计记录',
  'presence.override': '设置他人在线状态',
  'customer.read': '查看客户',
  'customer.edit': '编辑客户档案',
  'data.reveal': '查看完整联系方式',
  'conversation.read': '查看会话',
  'customer.reply': '回复顾客',
  'conversation.note': '添加备注',
  'conversation.assign': '分配会话',
  'conversation.transferOutsideWhitelist': '审批及发起白名单外转接',
  'conversation.closeOthers': '结束他人的会话',
  'sla.read': '查看服务水平',
  'sla.manage': '设置服务水平',
  'kpi.read': '查看全部人员指标',
  'escalation.level2': '接受升级至后台(L2)',
  'escalation.level3': '接受升级至主管(L3)',
  'escalation.level4': '接受升级至经理(L4)',
  'escalation.lower': '降低会话级别',
  'shift.read': '查看班次与交接',
  'shift.plan': '排班及审批换班',
  'shift.override': '免交接结束班次',
};

const names: Texts<Names> = { en, zh };

/** A permission in words; one that a third party added is read from its code. */
export const permissionName = (code: string, language: Language): string => language.words(names)[code] ?? inWords(code.replace(/\./g, ' '));
