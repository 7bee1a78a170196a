/** @module Macros: several of an agent's own actions under one name, seen in full before they are done. */
import { defineFeature } from '../../kernel/feature.ts';
import { scripts } from '../scripts/index.ts';
import { conversations } from '../conversations/index.ts';
import { aftersales } from '../aftersales/index.ts';
import { access } from '../access/index.ts';
import { Macro } from './entities.ts';
import { archiveMacro, createMacro, noteMacroUse, updateMacro } from './macro.ts';
import { ownSteps } from './own-steps.ts';
import { planMacro } from './plan.ts';
import { StepKind } from './step.ts';
import { macroTexts } from './texts.ts';
import { macrosWords } from './words.ts';

export const macros = defineFeature({
  name: 'macros',
  words: macrosWords,
  requires: [access, aftersales, conversations, scripts],
  vocabularies: [StepKind],
  entities: [Macro],
  actions: { createMacro, updateMacro, archiveMacro, noteMacroUse },
  views: { planMacro },
  answers: [ownSteps],
  texts: macroTexts,
});

export { Macro } from './entities.ts';
export { macroStep, StepKind, type MacroStep, type StepDefinition } from './step.ts';
