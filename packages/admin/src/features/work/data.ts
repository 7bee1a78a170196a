import type { AnswerOf } from '@shopdesk/core/client';
import { viewQuery } from '../../desk/documents.ts';

export const workKinds = viewQuery(
  'workKinds',
  {},
  'kinds { entity plural title { zh en } called { zh en } handles mine free } mostCounted',
);
export type WorkKind = AnswerOf<typeof workKinds>['kinds'][number];
