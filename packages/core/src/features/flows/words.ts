/** @module What the fields of flows are called. */
import type { WordList } from '../../kernel/words.ts';

export const flowWords: WordList = {
  'FlowChange.what': { en: 'What changes', zh: '变更内容' },
  'FlowDefinition.code': { en: 'Code', zh: '流程代码' },
  'FlowNode.next': {
    en: 'Leads to',
    zh: '下一节点',
    note: 'Codes of the nodes that may follow; none: the flow ends here.',
  },
  checkpoints: { en: 'Checkpoints', zh: '检查点' },
  clock: { en: 'Clock', zh: '时限', note: 'By when the node must be done, from when it began.' },
  does: { en: 'What is done', zh: '工作内容' },
  edition: { en: 'Version', zh: '版本', note: '0: nothing is published yet.' },
  flow: { en: 'Flow', zh: '流程' },
  intent: { en: 'Intent', zh: '意图' },
  isDraft: { en: 'Draft differs', zh: '有未发布草稿' },
  node: { en: 'Node', zh: '节点' },
  nodes: { en: 'Nodes', zh: '节点' },
  output: { en: 'Output', zh: '产出' },
  owners: { en: 'Owners', zh: '负责方' },
  problems: { en: 'Problems', zh: '问题' },
  publishedAt: { en: 'Published', zh: '发布时间' },
  publishedBy: { en: 'Published by', zh: '发布人' },
  running: { en: 'Running', zh: '进行中' },
  starts: { en: 'Starts with', zh: '启动意图', note: 'Which intents begin this flow, and at which node.' },
  what: { en: 'What', zh: '内容' },
};
