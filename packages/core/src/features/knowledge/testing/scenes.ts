import type { RowOf } from '../../../kernel/entity.ts';
import type { Scenes } from '../../testing/scene.ts';
import { Article, ArticleVersion } from '../entities.ts';

type Row = RowOf<typeof Article>;
const TEXT = { title: { zh: '发货', en: 'Delivery' }, body: { zh: '当天发货。', en: 'We send it the same day.' } };

export const knowledgeScenes: Scenes = {
  rows: {
    Article: async ({ desk, system, known, somebody }) => {
      const live = (await desk.perform(system, 'createArticle', TEXT)) as Row;
      await desk.perform(system, 'submitArticle', { id: live.id });
      await desk.perform(system, 'publishArticle', { id: live.id });
      (known as { articleId?: string }).articleId = live.id;
      return (await desk.perform(somebody, 'createArticle', TEXT)) as Row;
    },
  },
  kinds: {
    Article: (_world, state) => {
      if (state === 'DRAFT') return [{ live: false }];
      if (state === 'IN_REVIEW') return [{ live: false }, { live: true, edition: 1 }];
      return [{ live: state !== 'ARCHIVED', edition: 1 }];
    },
  },
  beside: {
    Article: async ({ desk, system, put }, { id, state }) => {
      const version = await desk.read(system).first(ArticleVersion, { articleId: id });
      const as = state === 'DRAFT' || state === 'IN_REVIEW' ? state : 'PUBLISHED';
      if (version) await put(ArticleVersion, { ...version, state: as } as typeof version);
    },
  },
  calls: {
    importArticles: ({ staff }) => ({
      actor: staff.TR,
      input: { format: 'CSV', text: 'category,audience,title_zh,body_zh\nOTHER,,尺码,偏大一码', dryRun: false },
    }),
  },
  inputs: {
    updateArticle: () => [{ ...TEXT, keywords: ['delivery'] }],
  },
};
