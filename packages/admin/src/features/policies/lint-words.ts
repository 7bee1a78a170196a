import type { Texts } from '../../kit/language.ts';

const en = {
  title: 'Check',
  checking: 'Checking…',
  clean: 'No problems found',
  cleanText: 'Every case is covered, no rules contradict each other, and nothing is weaker than the law.',
  errors: (count: number) => (count === 1 ? '1 error' : `${count} errors`),
  warnings: (count: number) => (count === 1 ? '1 warning' : `${count} warnings`),
  blocked: 'A draft with errors cannot be submitted.',
  goTo: (id: string) => `Go to ${id}`,
  example: 'For example:',
  addRow: 'Add a row for this',
  failed: 'The check could not be made.',
  more: (count: number) => `Show ${count} more`,
  locked: 'Rules that stand above',
};

const zh: typeof en = {
  title: '检查',
  checking: '检查中…',
  clean: '没有问题',
  cleanText: '所有情形均有规则，规则之间没有矛盾，也不低于法律规定。',
  errors: (count) => `${count} 个错误`,
  warnings: (count) => `${count} 个警告`,
  blocked: '有错误的草稿不能提交。',
  goTo: (id) => `转到 ${id}`,
  example: '例如：',
  addRow: '为此添加规则',
  failed: '检查未能完成。',
  more: (count) => `再显示 ${count} 条`,
  locked: '上层规则',
};

export const lintWords: Texts<typeof en> = { key: 'lint', en, zh };
