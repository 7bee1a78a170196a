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
  texts: {
    'No feature of this desk knows this step.': '当前系统不支持此步骤。',
    'Choose the stores that you work for.': '请选择您所负责的店铺。',
    'Nothing can follow a transfer or the end.': '转接或结束会话之后不能再有其他步骤。',
    'Required.': '必填。',
  },
});

export { Macro } from './entities.ts';
export { macroStep, StepKind, type MacroStep, type StepDefinition } from './step.ts';
