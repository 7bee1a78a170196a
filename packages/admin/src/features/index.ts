/** @module The features of the standard panel; adding one is one line here. */
import type { AdminFeature } from '../desk/feature.ts';
import { inbox } from './inbox/index.ts';

export const standardAdminFeatures: readonly AdminFeature[] = [inbox];
