import type { AnswerOf } from '@shopdesk/core/client';
import { viewQuery } from '../../desk/documents.ts';

const FIGURES = 'replyRate threeMinuteRate satisfaction ratings rounds added { figure unit value }';
export const myServiceFigures = viewQuery('myServiceFigures', { storeId: 'ID' }, `from figures { ${FIGURES} }`);
/** `added` are figures of features of which the panel has never heard; their unit is COUNT, SHARE or SECONDS. */
export type MyFigures = AnswerOf<typeof myServiceFigures>;
