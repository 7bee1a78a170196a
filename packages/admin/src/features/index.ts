/** @module The features of the standard panel; adding one is one line here. */
import type { AdminFeature } from '../desk/feature.ts';
import { alerts } from './alerts/index.ts';
import { answerBot } from './answer-bot/index.ts';
import { audit } from './audit/index.ts';
import { board } from './routing/index.ts';
import { aftersales } from './aftersales/index.ts';
import { customers } from './customers/index.ts';
import { escalations } from './escalations/index.ts';
import { forms } from './forms/index.ts';
import { flows } from './flows/index.ts';
import { guard } from './guard/index.ts';
import { inbox } from './conversations/index.ts';
import { kpis } from './kpis/index.ts';
import { metrics } from './metrics/index.ts';
import { knowledge } from './knowledge/index.ts';
import { notices } from './notices/index.ts';
import { organisation } from './organisation/index.ts';
import { orders } from './orders/index.ts';
import { outreach } from './outreach/index.ts';
import { policies } from './policies/index.ts';
import { records } from './records/index.ts';
import { reports } from './reports/index.ts';
import { rules } from './rules/index.ts';
import { scripts } from './scripts/index.ts';
import { serviceLevels } from './service-levels/index.ts';
import { setup } from './setup/index.ts';
import { shifts } from './shifts/index.ts';
import { staff } from './staff/index.ts';
import { stores } from './stores/index.ts';
import { tickets } from './tickets/index.ts';
import { understanding } from './understanding/index.ts';
import { work } from './work/index.ts';

export const standardAdminFeatures: readonly AdminFeature[] = [
  inbox,
  alerts,
  understanding,
  answerBot,
  board,
  notices,
  customers,
  outreach,
  orders,
  aftersales,
  work,
  forms,
  tickets,
  flows,
  staff,
  organisation,
  serviceLevels,
  escalations,
  kpis,
  metrics,
  setup,
  shifts,
  reports,
  stores,
  audit,
  policies,
  knowledge,
  scripts,
  rules,
  guard,
  records,
];
