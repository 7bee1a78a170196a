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
};

const names: Texts<Names> = { en, zh };

/** A permission in words; one that a third party added is read from its code. */
export const permissionName = (code: string, language: Language): string => language.words(names)[code] ?? inWords(code.replace(/\./g, ' '));
