import { createServerClock } from '@shopdesk/core/client';

/**
 * The desk's clock, which every answer of the desk sets: that of a visitor's device may be wrong. A page has one desk.
 */
export const deskClock = createServerClock();

/** The present by the desk's clock, in milliseconds since the epoch: what the desk has dated is compared with it. */
export const deskNow = (): number => deskClock.now();
