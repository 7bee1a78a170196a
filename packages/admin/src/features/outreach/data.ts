import type { AnswerOf } from '@shopdesk/core/client';
import { listQuery, viewQuery } from '../../desk/documents.ts';

export const consentChoices = viewQuery(
  'consentChoices',
  { customerId: 'ID' },
  'purposes { purpose called { en zh } basis channels given }',
);
export type ConsentChoice = AnswerOf<typeof consentChoices>['purposes'][number];

export const consentEvents = listQuery(
  'consentEvents',
  'ConsentEvent',
  'id purpose channel given at source textVersion proof userId',
  'AT_DESC',
);
