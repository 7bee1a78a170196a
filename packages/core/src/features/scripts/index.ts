/**
 * @module What agents say often, by scene and in both languages: variables, quick keys, validity, use (R-KB-09,
 * R-PRE-01).
 */
import { defineFeature } from '../../kernel/feature.ts';
import { guard } from '../guard/index.ts';
import { customers } from '../customers/index.ts';
import { conversations } from '../conversations/index.ts';
import { access } from '../access/index.ts';
import { Script } from './entities.ts';
import { expandScript, greeting, noteScriptUse } from './expand.ts';
import { scriptLibrary } from './library-view.ts';
import { archiveScript, createScript, publishScript, updateScript } from './script.ts';
import { scriptTexts } from './texts.ts';
import { scriptsWords } from './words.ts';

export const scripts = defineFeature({
  name: 'scripts',
  words: scriptsWords,
  requires: [access, conversations, customers, guard],
  entities: [Script],
  actions: { createScript, updateScript, publishScript, archiveScript, noteScriptUse },
  views: { expandScript, greeting, scriptLibrary },
  permissions: {
    'script.read': {
      roles: ['PA', 'AA', 'CO', 'SM', 'TS', 'FC', 'TL', 'SV', 'MG', 'QI', 'TR', 'AD'],
      en: 'See scripts and macros',
      zh: '查看话术与快捷操作',
    },
    // One's own; what others use too needs the permission to publish.
    'script.write': {
      roles: ['PA', 'AA', 'CO', 'SM', 'TS', 'FC', 'TL', 'SV', 'MG', 'TR'],
      en: 'Write scripts and macros of one’s own',
      zh: '编写个人话术与快捷操作',
    },
    'script.publish': {
      roles: ['SV', 'MG', 'TR'],
      en: 'Publish scripts and macros for others',
      zh: '发布团队话术与快捷操作',
    },
  },
  texts: scriptTexts,
});

export { DEFAULT_SCRIPTS, type DefaultScript } from './default-scripts.ts';
export { SCENES, Script, SCRIPT_CUSTOMERS, SCRIPT_SCOPES, type Scene } from './entities.ts';
export { VariableValue, expanded, scriptFiller } from './expand.ts';
export { findScript } from './library.ts';
export { suggestScripts } from './suggest.ts';
