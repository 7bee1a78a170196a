import type { AnswerOf } from '@shopdesk/core/client';
import { actionMutation, viewQuery } from '../../desk/documents.ts';

export const firstSteps = viewQuery(
  'firstSteps',
  { storeId: 'ID!' },
  'steps { code title { zh en } text { zh en } done mayKeep path } sightings { id origin seenAt allowed } dismissed',
);
export type Progress = AnswerOf<typeof firstSteps>;
export type Step = Progress['steps'][number];
export type Sighting = Progress['sightings'][number];

export const keepSetupStep = actionMutation('keepSetupStep', 'StoreSetup', 'id');
export const dismissSetup = actionMutation('dismissSetup', 'StoreSetup', 'id');
export const allowSeenOrigin = actionMutation('allowSeenOrigin', 'Store', 'id');
