/** @module What time it is on the pictures. */
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright-core';

/** A Tuesday morning in New York, where the demo shop is. */
const FROM = '2026-06-16T14:00:00.000Z';
/** The browsers stand a minute and a half later: so long has waited whoever waits. */
const SHOWN = '2026-06-16T14:01:30.000Z';

/** For the process of a demo, so that its clock stands and its ids are the same each time. */
export const STEADY_ENV: Readonly<Record<string, string>> = {
  SHOPDESK_STEADY_FROM: FROM,
  SHOPDESK_STEADY_SHOWN: SHOWN,
  NODE_OPTIONS: [process.env['NODE_OPTIONS'], `--import=${fileURLToPath(new URL('steady.ts', import.meta.url))}`]
    .filter(Boolean)
    .join(' '),
};

/** Time stands in the pages of this browser; what waits for a while goes on as ever. */
export const setClock = (context: BrowserContext): Promise<void> => context.clock.setFixedTime(SHOWN);
