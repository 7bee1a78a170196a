/**
 * @module Flows (default content 2.5): who does what by when and with what output, as versioned data. A draft is loose,
 * a published version is whole and never changes; what runs on one keeps it.
 */
import { defineFeature } from '../../kernel/feature.ts';
import type { SystemActor } from '../../kernel/actor.ts';
import type { Desk } from '../../kernel/desk.ts';
import { access, Tenant } from '../access/index.ts';
import { organisation } from '../organisation/index.ts';
import { calendar } from '../calendar/index.ts';
import { createFlow, discardFlowDraft, publishFlow, saveFlowDraft, shipFlows } from './actions.ts';
import { TicketIntent } from './codes.ts';
import { FlowDefinition, FlowVersion } from './entities.ts';
import { flowTexts } from './texts.ts';
import { checkFlow } from './views.ts';
import { flowWords } from './words.ts';

const MOST_TENANTS = 10_000;

/** Each server brings the flows of the desk to the tenants that do not have them; newer tenants get them with the first ticket. */
async function bringFlows(desk: Desk): Promise<void> {
  const anybody: SystemActor = { kind: 'system', tenantId: '', name: 'flows' };
  const tenants = await desk.read(anybody).lookupAll(Tenant, {}, MOST_TENANTS);
  for (const { id: tenantId } of tenants) await desk.perform({ ...anybody, tenantId }, 'shipFlows', {});
}

export const flows = defineFeature({
  name: 'flows',
  words: flowWords,
  requires: [access, calendar, organisation],
  entities: [FlowDefinition, FlowVersion],
  vocabularies: [TicketIntent],
  actions: { createFlow, saveFlowDraft, discardFlowDraft, publishFlow, shipFlows },
  views: { checkFlow },
  permissions: {
    'flow.read': {
      roles: ['PA', 'AA', 'CO', 'SM', 'TS', 'FC', 'TL', 'SV', 'MG', 'OD', 'AN', 'QI', 'TR', 'FN', 'WH', 'DL', 'AD'],
      en: 'See flows',
      zh: '查看流程',
    },
    // R-AFT-17.
    'flow.edit': { roles: ['SV', 'MG', 'AD'], en: 'Draft flows', zh: '编辑流程草稿' },
    'flow.publish': { roles: ['SV', 'MG', 'AD'], en: 'Publish flows', zh: '发布流程' },
  },
  upgraded: bringFlows,
  texts: flowTexts,
});

export { circleIn, flowChanges, flowFaults, type FlowContent, type FlowFault } from './check.ts';
export { clockEnd, clockLeft } from './clock.ts';
export { checkpoint, TicketIntent } from './codes.ts';
export { FlowClock, FlowDefinition, FlowNode, FlowOwner, FlowVersion } from './entities.ts';
export { isOwner, officeOf, ownersOf } from './owners.ts';
export { runningOn } from './points.ts';
export { editionOf as newestOf, flowFor, nodeOf } from './published.ts';
export { SHIPPED_FLOWS } from './shipped.ts';
