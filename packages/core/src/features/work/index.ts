/**
 * @module Work items of every kind: their numbers, clocks, steps and files, and one index of who has what in hand. An
 * entity becomes one by `work` in its definition.
 */
import { defineFeature } from '../../kernel/feature.ts';
import { whenDue } from '../../kernel/timer.ts';
import { access } from '../access/index.ts';
import { calendar } from '../calendar/index.ts';
import { customers } from '../customers/index.ts';
import { passWorkClock } from './actions.ts';
import { IndexedKind, WorkFile, WorkItem, WorkNumber, WorkStep } from './entities.ts';
import { addWorkFile, workFile } from './files.ts';
import { indexWork, indexWorkItems } from './index-items.ts';
import { keepWork } from './keep.ts';
import { workKinds } from './kinds.ts';
import { workReasons } from './reasons.ts';
import { workTexts } from './texts.ts';
import { itemsOfCustomer, WorkEntry } from './timeline.ts';
import { clockTimer, indexTimer } from './timers.ts';
import { workWords } from './words.ts';

export const work = defineFeature({
  name: 'work',
  words: workWords,
  requires: [access, calendar, customers],
  members: [WorkEntry, workReasons],
  entities: [WorkItem, WorkStep, WorkFile, WorkNumber, IndexedKind],
  actions: { addWorkFile, indexWorkItems, passWorkClock },
  views: { workKinds },
  changes: [keepWork],
  answers: [itemsOfCustomer],
  timers: [whenDue(clockTimer, passWorkClock), whenDue(indexTimer, indexWorkItems)],
  files: [workFile],
  upgraded: indexWork,
  texts: workTexts,
});

export { assignItem, heldByOther, itemOf, noteItem, takeItem, tellAbout } from './actions.ts';
export { WorkFile, WorkItem, WorkStep } from './entities.ts';
export { tellCustomer, workLate, type Telling } from './points.ts';
export { NOTIFY_CUSTOMER_FIRST } from './reasons.ts';
export { addStep } from './steps.ts';
