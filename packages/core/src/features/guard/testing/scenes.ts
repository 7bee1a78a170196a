import type { Scenes } from '../../testing/scene.ts';

export const guardScenes: Scenes = {
  calls: {
    setForbiddenTerm: ({ staff }) => ({
      actor: staff.SV,
      input: { rule: 'rival', class: 'RIVAL', name: { zh: '竞品', en: 'Rival' }, level: 'WARN', phrases: ['某宝'] },
    }),
    importTerms: ({ staff }) => ({
      actor: staff.SV,
      input: { text: 'rule,class,level,name_zh,name_en,phrases\nrival,RIVAL,warn,竞品,Rival,某宝', dryRun: false },
    }),
  },
};
