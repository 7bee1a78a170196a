/**
 * @module Notices to customers: what the desk tells them by itself, once, by the ways that lead to them. A feature adds
 * kinds (`addTo(CustomerNoticeKind, …)`, `customerNoticeKind`), tells with `informCustomer`, and answers `heard` where
 * a rule needs the customer to know. A channel adds a way with `knownWays`.
 */
import { defineFeature } from '../../kernel/feature.ts';
import { answer } from '../../kernel/point.ts';
import { whenDue } from '../../kernel/timer.ts';
import { access } from '../access/index.ts';
import { conversations } from '../conversations/index.ts';
import { customers } from '../customers/index.ts';
import { knownNotices, notices } from '../notices/index.ts';
import { knownPurposes, outreach } from '../outreach/index.ts';
import { tellCustomer, work } from '../work/index.ts';
import { customerNoticeSettings, recordCustomerTold, setCustomerNoticePolicy, tellNextWay } from './actions.ts';
import { CustomerNotice, CustomerNoticePolicy, Delivery, Told } from './entities.ts';
import { CustomerNoticeKind, DeliveryChannel, knownCustomerNotices, knownWays, workNews } from './kinds.ts';
import { informCustomer } from './ladder.ts';
import { customerNotReached, ReachNotices, SERVICE_NEWS, ServiceNews } from './staff-kinds.ts';
import { customerNoticeTexts } from './texts.ts';
import { ladderTimer } from './timers.ts';
import { chat, following, hearing, leftMessage } from './window.ts';
import { customerNoticeWords } from './words.ts';

/** What a customer is told about a work item of theirs. */
const itemsTold = answer(tellCustomer, async (ctx, told): Promise<true> => {
  await informCustomer(ctx, workNews, told);
  return true;
});

export const customerNotices = defineFeature({
  name: 'customerNotices',
  words: customerNoticeWords,
  requires: [access, conversations, customers, notices, outreach, work],
  entities: [CustomerNotice, Delivery, CustomerNoticePolicy],
  extensions: [Told],
  vocabularies: [CustomerNoticeKind, DeliveryChannel],
  members: [ReachNotices, ServiceNews],
  actions: { recordCustomerTold, tellNextWay, setCustomerNoticePolicy },
  views: { customerNoticeSettings },
  answers: [
    itemsTold,
    knownCustomerNotices(workNews),
    knownNotices(customerNotReached),
    knownPurposes(SERVICE_NEWS),
    knownWays(chat, leftMessage),
  ],
  changes: [hearing],
  inCommit: following,
  timers: [whenDue(ladderTimer, tellNextWay)],
  texts: customerNoticeTexts,
});

export { saidByPerson } from './actions.ts';
export { CustomerNotice, Delivery } from './entities.ts';
export {
  customerNoticeKind,
  CustomerNoticeKind,
  DeliveryChannel,
  heard,
  knownCustomerNotices,
  knownWays,
  type CustomerNoticeRule,
  type Outcome,
  type Way,
} from './kinds.ts';
export { customerNoticeOf, informCustomer, isTold, noteDelivery, type Information } from './ladder.ts';
