import type { Texts } from '../kit/language.ts';

const en = {
  singleKeys: 'Use single keys as shortcuts',
  singleKeysHint: 'Turn this off when you use speech input or press keys by accident.',
};
const zh: typeof en = { singleKeys: '启用单键快捷键', singleKeysHint: '使用语音输入或容易误触按键时，可关闭此项。' };
export const shortcutsWords: Texts<typeof en> = { key: 'shortcuts', en, zh };
