import { addTo } from '../../kernel/vocabulary.ts';
import { ItemKind } from '../shifts/index.ts';

/** In hand-overs from before cases were work items. */
export const CaseItem = addTo(ItemKind, { CASE: { en: 'Case', zh: '售后' } });
