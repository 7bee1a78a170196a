/**
 * @module What the fields of work items are called.
 */
import type { WordList } from '../../kernel/words.ts';

export const workWords: WordList = {
  action: { en: 'Action', zh: '操作' },
  after: { en: 'After', zh: '修改后' },
  because: { en: 'Why', zh: '原因' },
  before: { en: 'Before', zh: '修改前' },
  by: { en: 'By', zh: '操作方' },
  called: { en: 'Name of many', zh: '列表名称', note: 'Null: they have no list of their own in the navigation.' },
  changed: { en: 'Changes', zh: '变更内容' },
  clock: { en: 'Time limit', zh: '时限' },
  closedAt: { en: 'Closed', zh: '关闭时间' },
  contentType: { en: 'Type of file', zh: '文件类型' },
  conversationId: { en: 'Conversation', zh: '会话' },
  dueAt: { en: 'Due', zh: '截止时间' },
  field: { en: 'Field', zh: '字段' },
  files: { en: 'Files', zh: '附件数' },
  free: { en: 'In nobody’s hand', zh: '待接手' },
  from: { en: 'From', zh: '原状态' },
  entity: { en: 'Kind', zh: '类型' },
  handles: { en: 'Worked on', zh: '可处理', note: 'Whether the viewer may have one in hand.' },
  kinds: { en: 'Kinds', zh: '类型' },
  mine: { en: 'Mine', zh: '我的' },
  mostCounted: { en: 'Counted to', zh: '计数上限', note: 'More are not counted.' },
  'WorkStep.to': { en: 'To', zh: '新状态' },
  open: { en: 'Open', zh: '未完成' },
  openedAt: { en: 'Opened', zh: '创建时间' },
  ownerId: { en: 'Owner', zh: '负责人' },
  permission: { en: 'Seen with', zh: '查看权限', note: 'The permission with which staff see it.' },
  plural: { en: 'Plural', zh: '复数名', note: 'The name of many in an address.' },
  told: { en: 'Customer was told', zh: '已告知顾客' },
  userId: { en: 'Person', zh: '人员' },
  waitsFor: { en: 'Waits for', zh: '等待方', note: '`US`: it is our turn.' },
  workItemId: { en: 'Work item', zh: '工作事项' },
};
