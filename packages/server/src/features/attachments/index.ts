/** @module Files that people send up and open, and the end of those that nobody keeps. */
import { purgeOrphans } from '../../blobs/purge.ts';
import { defineServerFeature } from '../../feature.ts';
import { content, link, upload } from './attachments.ts';

const HOUR_MS = 3600 * 1000;

export const attachments = defineServerFeature({
  name: 'attachments',
  routes: [
    { method: 'POST', path: '/attachments', streams: true, handle: upload },
    { method: 'POST', path: '/attachments/:id/link', handle: link },
    { method: 'GET', path: '/attachments/:id/content', handle: content },
  ],
  background: [
    {
      name: 'orphan purge',
      everyMs: HOUR_MS,
      work: ({ blobs, desk, clock }) => purgeOrphans(blobs, desk, clock()).then(() => false),
    },
  ],
});
