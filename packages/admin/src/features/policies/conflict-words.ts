import type { Texts } from '../../kit/language.ts';

const en = {
  title: 'Somebody else saved this draft meanwhile',
  text: (name: string, at: string) => `${name} saved it ${at}. Nothing of yours is lost. This is what was changed:`,
  contested: (rows: string) => `Both of you changed ${rows}: if you put both together, your text stays there.`,
  noDraft: 'It is no draft any more, so your changes cannot be saved. Export them as a file to keep them.',
  merge: 'Put both together',
  theirs: 'Drop mine',
};
const zh: typeof en = {
  title: '此草稿已被他人保存',
  text: (name, at) => `${name} 于 ${at} 保存。您的修改没有丢失。对方的修改如下：`,
  contested: (rows) => `双方都修改了 ${rows}：合并后以您的内容为准。`,
  noDraft: '它已不是草稿，您的修改无法保存，可导出为文件留存。',
  merge: '合并双方修改',
  theirs: '放弃我的修改',
};
export const conflictWords: Texts<typeof en> = { key: 'conflict', en, zh };
