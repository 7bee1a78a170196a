/** @module The widget's part: a page of self-service. */
import { defineWidgetFeature } from '@shopdesk/widget';

export const warrantyWidget = defineWidgetFeature({
  name: 'warranty',
  pages: [{ name: 'warranty', home: { en: 'Warranty', zh: '保修' }, load: () => import('./my-claims.ts') }],
});
