/** @module What the list of flows shows. */
import type { RecordDetails } from '../../desk/record.ts';
import { flowWords } from './words.ts';

export const details: RecordDetails = {
  about: { en: flowWords.en.about, zh: flowWords.zh.about },
  list: ['name', 'code', 'edition', 'isDraft', 'updatedAt'],
  makers: ['createFlow'],
};
