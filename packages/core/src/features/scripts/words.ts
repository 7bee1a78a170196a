/**
 * @module What the fields of scripts are called.
 */
import type { WordList } from '../../kernel/words.ts';

export const scriptsWords: WordList = {
  customers: { en: 'For whom', zh: '适用顾客' },
  fits: { en: 'On topic', zh: '切题' },
  lastUsedAt: { en: 'Last used', zh: '最近使用' },
  owner: { en: 'Owner', zh: '所有者' },
  quickKey: { en: 'Short code', zh: '快捷码' },
  roles: { en: 'Roles', zh: '适用角色' },
  scene: { en: 'Scene', zh: '场景' },
  scope: { en: 'Shared with', zh: '共享范围' },
  script: { en: 'Script', zh: '话术' },
  scriptCode: { en: 'Shipped script', zh: '系统话术代码' },
  scripts: { en: 'Scripts', zh: '话术' },
  shelf: { en: 'Shelf', zh: '分类' },
  unresolved: { en: 'Unfilled variables', zh: '未填写的变量' },
  usable: { en: 'Usable', zh: '可用' },
  usageCount: { en: 'Uses', zh: '使用次数' },
  validFrom: { en: 'Valid from', zh: '生效日期' },
  validTo: { en: 'Valid to', zh: '失效日期' },
  variables: { en: 'Variables', zh: '变量' },
};
