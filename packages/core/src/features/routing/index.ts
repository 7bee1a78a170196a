/**
 * @module Who answers whom: the queue, the router, silent agents, presence, peak mode (R-WF-05, R-WF-06, domain model
 * 3.8).
 */
import { work } from '../work/index.ts';
import { admissionAnswers } from './admission.ts';
import { queuePlace, serviceState, serviceTeam } from './service-views.ts';
import { defineFeature, expects, unless } from '../../kernel/feature.ts';
import { understanding } from '../understanding/index.ts';
import { guard } from '../guard/index.ts';
import { customers } from '../customers/index.ts';
import { conversations, openConversation } from '../conversations/index.ts';
import { organisation } from '../organisation/index.ts';
import { calendar } from '../calendar/index.ts';
import { access, addStaff, setAutoReply, setPresence, updateStaff } from '../access/index.ts';
import { AlertKind } from './alert-kinds.ts';
import { setSilentAway, stayOnline } from './away.ts';
import { dismissAlert, myAlerts } from './alert.ts';
import { liveBoard } from './board.ts';
import { AgentLoad, Leaving, QueueEntry, RoutingDecision, RoutingPolicy, StaffAlert } from './entities.ts';
import { explainRouting } from './explain.ts';
import { lendAgent, requestHelp, takeBackAgent } from './help.ts';
import { endPeakMode, startPeakMode } from './peak.ts';
import { routingSettings, setRoutingPolicy } from './policy.ts';
import { autoReplyAgainst } from './auto-reply.ts';
import { mayBe } from './presence.ts';
import { readsOfOpening } from './queue.ts';
import { routingReactions } from './reactions.ts';
import { routeConversation, routeToAgent, sweepQueue } from './route.ts';
import { returnSilent } from './silence.ts';
import { routingTexts } from './texts.ts';
import { whenDue } from '../../kernel/timer.ts';
import { lentTimer, agentTimer, routeTimer, sweepTimer, silenceTimer, peakTimer, awayTimer } from './timers.ts';
import { routingWords } from './words.ts';

export const routing = defineFeature({
  name: 'routing',
  words: routingWords,
  requires: [access, calendar, conversations, customers, guard, organisation, understanding, work],
  vocabularies: [AlertKind],
  entities: [RoutingPolicy, QueueEntry, AgentLoad, RoutingDecision, StaffAlert],
  extensions: [Leaving],
  actions: {
    setRoutingPolicy,
    startPeakMode,
    endPeakMode,
    dismissAlert,
    requestHelp,
    lendAgent,
    takeBackAgent,
    routeConversation,
    routeToAgent,
    sweepQueue,
    returnSilent,
    setSilentAway,
    stayOnline,
  },
  views: { queuePlace, serviceState, serviceTeam, routingSettings, explainRouting, liveBoard, myAlerts },
  timers: [
    whenDue(lentTimer, takeBackAgent),
    whenDue(agentTimer, routeToAgent),
    whenDue(routeTimer, routeConversation),
    whenDue(sweepTimer, sweepQueue),
    whenDue(silenceTimer, returnSilent),
    whenDue(peakTimer, endPeakMode),
    whenDue(awayTimer, setSilentAway),
  ],
  permissions: {
    'routing.configure': { roles: ['SV', 'MG'], en: 'Configure routing', zh: '配置会话分配规则' },
    'peak.help': { roles: ['CO', 'TS', 'SM', 'TL'], en: 'Help at the front in peak mode', zh: '高峰期支援前台接待' },
    'peak.switch': { roles: ['SV', 'MG'], en: 'Switch peak mode', zh: '切换高峰模式' },
  },
  inCommit: routingReactions,
  answers: admissionAnswers,
  expects: [expects(openConversation, readsOfOpening)],
  unless: [
    unless(setPresence, { check: mayBe }),
    unless(addStaff, (ctx, { autoReplyText, storeIds }) =>
      autoReplyAgainst(ctx, { path: 'autoReplyText', text: autoReplyText, storeIds }),
    ),
    unless(updateStaff, {
      check: (ctx, { id: userId }, { autoReplyText: text, storeIds }) =>
        autoReplyAgainst(ctx, { path: 'autoReplyText', text, storeIds, userId }),
    }),
    unless(setAutoReply, (ctx, { text }) =>
      autoReplyAgainst(ctx, { path: 'text', text, userId: ctx.actor.kind === 'staff' ? ctx.actor.userId : undefined }),
    ),
  ],
  texts: routingTexts,
});

export { AlertKind } from './alert-kinds.ts';
export { AgentLoad, Leaving, QueueEntry, RoutingDecision, RoutingPolicy, StaffAlert } from './entities.ts';
export { DEFAULT_PEAK_NOTICE } from './peak.ts';
export { DEFAULT_ROUTING, type RoutingSettings } from './policy.ts';
