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
import { RoutingNotices, routingNotices, settled } from './alerts.ts';
import { knownNotices, notices } from '../notices/index.ts';
import { setSilentAway, stayOnline } from './away.ts';
import { liveBoard } from './board.ts';
import { AgentLoad, Leaving, QueueEntry, RoutingDecision, RoutingPolicy, StaffAlert } from './entities.ts';
import { explainRouting } from './explain.ts';
import { lendAgent, requestHelp, takeBackAgent } from './help.ts';
import { endPeakMode, startPeakMode } from './peak.ts';
import { alertsTimer, moveAlerts, moveStaffAlerts } from './old-alerts.ts';
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
  requires: [access, calendar, conversations, customers, guard, notices, organisation, understanding, work],
  members: [RoutingNotices],
  entities: [RoutingPolicy, QueueEntry, AgentLoad, RoutingDecision, StaffAlert],
  extensions: [Leaving],
  actions: {
    setRoutingPolicy,
    startPeakMode,
    endPeakMode,
    requestHelp,
    lendAgent,
    takeBackAgent,
    routeConversation,
    routeToAgent,
    sweepQueue,
    returnSilent,
    setSilentAway,
    stayOnline,
    moveStaffAlerts,
  },
  views: { queuePlace, serviceState, serviceTeam, routingSettings, explainRouting, liveBoard },
  timers: [
    whenDue(lentTimer, takeBackAgent),
    whenDue(agentTimer, routeToAgent),
    whenDue(routeTimer, routeConversation),
    whenDue(sweepTimer, sweepQueue),
    whenDue(silenceTimer, returnSilent),
    whenDue(peakTimer, endPeakMode),
    whenDue(awayTimer, setSilentAway),
    whenDue(alertsTimer, moveStaffAlerts),
  ],
  permissions: {
    'routing.configure': { roles: ['SV', 'MG'], en: 'Configure routing', zh: '配置会话分配规则' },
    'peak.help': { roles: ['CO', 'TS', 'SM', 'TL'], en: 'Help at the front in peak mode', zh: '高峰期支援前台接待' },
    'peak.switch': { roles: ['SV', 'MG'], en: 'Switch peak mode', zh: '切换高峰模式' },
  },
  inCommit: routingReactions,
  changes: [settled],
  upgraded: moveAlerts,
  answers: [...admissionAnswers, knownNotices(...routingNotices)],
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

export { AgentLoad, Leaving, QueueEntry, RoutingDecision, RoutingPolicy } from './entities.ts';
export { DEFAULT_PEAK_NOTICE } from './peak.ts';
export { DEFAULT_ROUTING, type RoutingSettings } from './policy.ts';
