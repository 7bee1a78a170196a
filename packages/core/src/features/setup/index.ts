/** @module The first hour of a store: steps whose ticks turn by themselves, and where its widget is seen. */
import { defineFeature } from '../../kernel/feature.ts';
import { answer } from '../../kernel/point.ts';
import { access } from '../access/index.ts';
import { conversations } from '../conversations/index.ts';
import { StoreSetup, WidgetSighting } from './entities.ts';
import { dismissSetup, keepSetupStep, firstSteps } from './setup.ts';
import { allowSeenOrigin, noteWidgetSeen } from './sightings.ts';
import { ownSteps, setupSteps } from './steps.ts';
import { setupTexts } from './texts.ts';
import { setupWords } from './words.ts';

export const setup = defineFeature({
  name: 'setup',
  words: setupWords,
  texts: setupTexts,
  requires: [access, conversations],
  entities: [WidgetSighting, StoreSetup],
  actions: { noteWidgetSeen, allowSeenOrigin, keepSetupStep, dismissSetup },
  views: { firstSteps },
  answers: [answer(setupSteps, ownSteps)],
});

export { StoreSetup, WidgetSighting } from './entities.ts';
export { NOTED_EVERY_MS } from './sightings.ts';
export { setupSteps, type SetupQuestion, type SetupStep } from './steps.ts';
