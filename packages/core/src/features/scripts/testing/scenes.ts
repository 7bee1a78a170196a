import type { BaseRow } from '../../../kernel/entity.ts';
import type { Scenes } from '../../testing/scene.ts';

const HELLO = {
  scene: 'GREETING',
  title: { zh: '问候', en: 'Hello' },
  body: { zh: '您好', en: 'Hello' },
  scriptCode: 'HI',
};

export const scriptScenes: Scenes = {
  calls: {
    noteScriptUse: async ({ desk, system, somebody, known }) => {
      const { id } = (await desk.perform(system, 'createScript', HELLO)) as BaseRow;
      await desk.perform(system, 'publishScript', { id });
      return { actor: somebody, input: { conversationId: known['conversationId'], script: id } };
    },
  },
};
