/** @module What agents say often, by scene and in both languages: variables, quick keys, validity, use (R-KB-09, R-PRE-01). */
import { defineFeature } from '../../kernel/feature.ts';
import { guard } from '../guard/index.ts';
import { customers } from '../customers/index.ts';
import { conversations } from '../conversations/index.ts';
import { access } from '../access/index.ts';
import { Script } from './entities.ts';
import { expandScript, greeting, noteScriptUse, scriptLibrary } from './expand.ts';
import { archiveScript, createScript, publishScript, updateScript } from './script.ts';
import { scriptTexts } from './texts.ts';

export const scripts = defineFeature({
  name: 'scripts',
  requires: [access, conversations, customers, guard],
  entities: [Script],
  actions: { createScript, updateScript, publishScript, archiveScript, noteScriptUse },
  views: { expandScript, greeting, scriptLibrary },
  permissions: {
    'script.read': ['PA', 'AA', 'CO', 'SM', 'TS', 'FC', 'TL', 'SV', 'MG', 'QI', 'TR', 'AD'],
    // One's own; what others use too needs the permission to publish.
    'script.write': ['PA', 'AA', 'CO', 'SM', 'TS', 'FC', 'TL', 'SV', 'MG', 'TR'],
    'script.publish': ['SV', 'MG', 'TR'],
  },
  texts: scriptTexts,
});

export { DEFAULT_SCRIPTS, type DefaultScript } from './default-scripts.ts';
export { SCENES, Script, SCRIPT_CUSTOMERS, SCRIPT_SCOPES, type Scene } from './entities.ts';
export { VariableValue, expanded, scriptFiller } from './expand.ts';
export { findScript } from './library.ts';
export { suggestScripts } from './suggest.ts';
