import type { Texts } from './language.ts';

const en = {
  rows: 'The first rows as they will be',
  unreadable: (name: string, line: number) =>
    `${name} cannot be read: line ${line} is neither UTF-8 nor GB18030. Save the file as UTF-8 and choose it again.`,
};
const zh: typeof en = {
  rows: '前几行内容预览',
  unreadable: (name, line) =>
    `无法读取 ${name}：第 ${line} 行既不是 UTF-8 也不是 GB18030 编码。请将文件另存为 UTF-8 后重新选择。`,
};
export const previewWords: Texts<typeof en> = { key: 'preview', en, zh };
