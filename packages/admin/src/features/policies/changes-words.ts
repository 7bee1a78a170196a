import type { Texts } from '../../kit/language.ts';

const en = {
  against: 'Compared with',
  saved: 'This draft as it is saved',
  base: 'What it was made from',
  inForce: 'in force',
  none: 'There is nothing to compare with',
  noneText: 'This is the first version of its kind.',
};
const zh: typeof en = {
  against: '对比版本',
  saved: '本草稿已保存的内容',
  base: '起草所依据的版本',
  inForce: '现行',
  none: '没有可对比的版本',
  noneText: '这是此类政策的第一个版本。',
};
export const changesWords: Texts<typeof en> = { key: 'changes', en, zh };
