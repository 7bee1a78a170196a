/** @module What the customer can do with his case, each with what is entered for it and the call it makes. */
import { trackingNumber } from '@shopdesk/core/text';
import {
  ACCEPT_INSPECTION,
  OPEN_CASE_DISPUTE,
  REOPEN_CASE,
  SHIP_RETURN,
  WITHDRAW_CASE,
  type DeskAvailableAction,
  type DeskCase,
  type DeskClient,
} from '@shopdesk/core/client';

/** In the order they are shown. */
export const CASE_STEPS = ['shipReturn', 'acceptInspection', 'openCaseDispute', 'reopenCase', 'withdrawCase'] as const;
export type CaseStep = (typeof CASE_STEPS)[number];

export interface StepEntry {
  readonly carrier: string;
  readonly waybill: string;
  readonly reason: string;
}

/** Steps that need a reason. */
export const NEEDS_REASON: readonly CaseStep[] = ['openCaseDispute', 'reopenCase'];

/** Possible as soon as what is asked for is entered: these refusals only say that it is not yet. */
const ONLY_INCOMPLETE = ['REASON_REQUIRED', 'VALIDATION_FAILED'];

/** The steps that are possible now, as the desk says. */
export function possibleSteps(
  actions: readonly DeskAvailableAction[],
  { inspectionAcceptedAt }: Pick<DeskCase, 'inspectionAcceptedAt'>,
): readonly CaseStep[] {
  return CASE_STEPS.filter((step) => {
    const action = actions.find(({ name }) => name === step);
    if (!action || (step === 'acceptInspection' && inspectionAcceptedAt)) return false;
    return !action.denial || ONLY_INCOMPLETE.includes(action.denial.code);
  });
}

/** Takes a step once, however often it is sent under one key. @throws DeskError, DeskOffline */
export function takeStep(
  client: DeskClient,
  step: CaseStep,
  { id, key, entry }: { readonly id: string; readonly key: string; readonly entry: StepEntry },
): Promise<DeskCase> {
  const { carrier, waybill, reason } = entry;
  switch (step) {
    case 'shipReturn':
      return client.mutate(SHIP_RETURN, { input: { id, carrier, waybill: trackingNumber(waybill) }, key });
    case 'acceptInspection':
      return client.mutate(ACCEPT_INSPECTION, { input: { id }, key });
    case 'openCaseDispute':
      return client.mutate(OPEN_CASE_DISPUTE, { input: { id, reason }, key });
    case 'reopenCase':
      return client.mutate(REOPEN_CASE, { input: { id, reason }, key });
    case 'withdrawCase':
      return client.mutate(WITHDRAW_CASE, { input: { id, ...(reason ? { reason } : {}) }, key });
  }
}
