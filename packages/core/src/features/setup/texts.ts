import { texts } from '../../kernel/said.ts';

/** What this feature says in denials. */
export const setupTexts = texts('setup', {
  noStepToKeep: { en: 'There is no such step to keep.', zh: '没有可保持默认的这一步骤。' },
});
