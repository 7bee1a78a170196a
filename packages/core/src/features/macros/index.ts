/** @module Macros: several of an agent's own actions under one name, seen in full before they are done. */
import { defineFeature } from '../../kernel/feature.ts';
import { scripts } from '../scripts/index.ts';
import { conversations } from '../conversations/index.ts';
import { aftersales } from '../aftersales/index.ts';
import { access } from '../access/index.ts';
import { Macro } from './entities.ts';
import { archiveMacro, createMacro, noteMacroUse, updateMacro } from './macro.ts';
import { planMacro } from './plan.ts';

export const macros = defineFeature({
  name: 'macros',
  requires: [access, aftersales, conversations, scripts],
  entities: [Macro],
  actions: { createMacro, updateMacro, archiveMacro, noteMacroUse },
  views: { planMacro },
  texts: {
    'Choose the stores that you work for.': '请选择您所负责的店铺。',
    'Nothing can follow a transfer or the end.': '转接或结束会话之后不能再有其他步骤。',
    'Required.': '必填。',
  },
});

export { Macro, STEP_KINDS, TRANSFER_REASONS, type StepKind } from './entities.ts';
