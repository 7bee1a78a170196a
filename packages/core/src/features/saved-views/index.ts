/** @module Saved views: lists as people want to find them again, one's own or shared in a store. */
import { defineFeature } from '../../kernel/feature.ts';
import { access } from '../access/index.ts';
import { SavedView } from './entities.ts';
import { removeView, saveView } from './save.ts';
import { savedViewsWords } from './words.ts';

export const savedViews = defineFeature({
  name: 'savedViews',
  words: savedViewsWords,
  requires: [access],
  entities: [SavedView],
  actions: { saveView, removeView },
  permissions: {
    'view.share': { roles: ['TL', 'SV', 'MG', 'AD'], en: 'Share saved views', zh: '共享已存视图' },
  },
});

export { SavedView } from './entities.ts';
