/** @module What somebody has in hand, of every kind, and a place for each kind of work. */
import { defineAdminFeature } from '../../desk/feature.ts';

export const work = defineAdminFeature({
  name: 'work',
  follows: async (context) => (await import('./kinds.ts')).kindPages(context),
});
