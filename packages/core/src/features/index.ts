/** @module Every feature of the standard desk; adding one is one line here, and one in the type. */
import { access } from './access/index.ts';
import { answerBot } from './answer-bot/index.ts';
import { aftersales } from './aftersales/index.ts';
import { calendar } from './calendar/index.ts';
import { complaints } from './complaints/index.ts';
import { conversations } from './conversations/index.ts';
import { customerNotices } from './customer-notices/index.ts';
import { customers } from './customers/index.ts';
import { effects } from './effects/index.ts';
import { escalations } from './escalations/index.ts';
import { flows } from './flows/index.ts';
import { followUps } from './follow-ups/index.ts';
import { formSubjectsFeature } from './form-subjects/index.ts';
import { forms } from './forms/index.ts';
import { guard } from './guard/index.ts';
import { kpis } from './kpis/index.ts';
import { knowledge } from './knowledge/index.ts';
import { macros } from './macros/index.ts';
import { metrics } from './metrics/index.ts';
import { notices } from './notices/index.ts';
import { organisation } from './organisation/index.ts';
import { orders } from './orders/index.ts';
import { outreach } from './outreach/index.ts';
import { policies } from './policies/index.ts';
import { routing } from './routing/index.ts';
import { rules } from './rules/index.ts';
import { savedViews } from './saved-views/index.ts';
import { setup } from './setup/index.ts';
import { scripts } from './scripts/index.ts';
import { serviceLevelsFeature } from './service-levels/index.ts';
import { shifts } from './shifts/index.ts';
import { shopConnections } from './shop-connections/index.ts';
import { shopEvents } from './shop-events/index.ts';
import { standardRules } from './standard-rules/index.ts';
import { tasks } from './tasks/index.ts';
import { tickets } from './tickets/index.ts';
import { work } from './work/index.ts';
import { understanding } from './understanding/index.ts';

/** Named by what they are, so that the types of the package do not hold each feature once more. */
type Standard = readonly [
  typeof access,
  typeof organisation,
  typeof effects,
  typeof calendar,
  typeof notices,
  typeof customers,
  typeof metrics,
  typeof outreach,
  typeof forms,
  typeof work,
  typeof flows,
  typeof tasks,
  typeof rules,
  typeof conversations,
  typeof customerNotices,
  typeof tickets,
  typeof followUps,
  typeof understanding,
  typeof answerBot,
  typeof serviceLevelsFeature,
  typeof kpis,
  typeof escalations,
  typeof shifts,
  typeof guard,
  typeof scripts,
  typeof knowledge,
  typeof policies,
  typeof orders,
  typeof aftersales,
  typeof shopConnections,
  typeof shopEvents,
  typeof complaints,
  typeof formSubjectsFeature,
  typeof macros,
  typeof standardRules,
  typeof routing,
  typeof savedViews,
  typeof setup,
];

export const standardFeatures: Standard = [
  access,
  organisation,
  effects,
  calendar,
  notices,
  customers,
  metrics,
  outreach,
  forms,
  work,
  flows,
  tasks,
  rules,
  conversations,
  customerNotices,
  tickets,
  followUps,
  understanding,
  answerBot,
  serviceLevelsFeature,
  kpis,
  escalations,
  shifts,
  guard,
  scripts,
  knowledge,
  policies,
  orders,
  aftersales,
  shopConnections,
  shopEvents,
  complaints,
  formSubjectsFeature,
  macros,
  standardRules,
  routing,
  savedViews,
  setup,
];
