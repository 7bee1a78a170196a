import type { Texts } from '../../kit/language.ts';

const en = {
  title: 'Import a file into the draft',
  text: 'Nothing is changed before you have seen what the file would change.',
  otherCode: (code: string) => `The file holds another policy (${code}). Begin a new draft with it instead.`,
  changes: 'What the file changes',
  check: 'Check',
  take: 'Take it into the draft',
  checking: 'Checking…',
};
const zh: typeof en = {
  title: '将文件导入草稿',
  text: '导入前先预览文件会带来的修改，确认后才写入草稿。',
  otherCode: (code) => `文件是另一项政策（${code}），请用它新建草稿。`,
  changes: '文件带来的修改',
  check: '检查',
  take: '写入草稿',
  checking: '检查中…',
};
export const importWords: Texts<typeof en> = { key: 'import', en, zh };
