/** @module The features of the standard panel; adding one is one line here. */
import type { AdminFeature } from '../desk/feature.ts';
import { audit } from './audit/index.ts';
import { customers } from './customers/index.ts';
import { inbox } from './inbox/index.ts';
import { records } from './records/index.ts';
import { serviceLevels } from './service-levels/index.ts';
import { staff } from './staff/index.ts';
import { stores } from './stores/index.ts';

export const standardAdminFeatures: readonly AdminFeature[] = [inbox, customers, orders, staff, serviceLevels, stores, audit, records];
