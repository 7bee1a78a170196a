/**
 * @module Steps of a dispute that every pack handles alike.
 */
import type { DecisionTable } from '../../table-schema.ts';
import { say } from '../../vocabulary/columns.ts';
import * as fact from '../../vocabulary/desk-inputs.ts';
import * as out from '../../vocabulary/outputs.ts';
import type { RowDraft } from '../rows.ts';

const BEFORE_DECISION = ['OPENED', 'NEGOTIATING', 'ESCALATED_TO_PLATFORM', 'EVIDENCE', 'UNDER_ADJUDICATION'];

/** The columns of every dispute table. */
export const DISPUTE_COLUMNS: Pick<DecisionTable, 'inputs' | 'outputs'> = {
  inputs: [
    fact.stage,
    fact.move,
    fact.sinceOpened,
    fact.sinceContacted,
    fact.sinceEvidenceDue,
    fact.daysSinceDecided,
    fact.daysSinceMaxEta,
    fact.sellerRefused,
  ],
  outputs: [out.outcome, out.late, out.nextStage],
};

/** What a dispute row answers; a step taken late is accepted and marked. */
export function step(outcome: 'ALLOW' | 'DENY', nextStage: string, late = false): RowDraft['answer'] {
  return { outcome, late, nextStage };
}

/** Evidence in time, evidence late, and withdrawal before the decision. */
export function commonSteps(prefix: string): RowDraft[] {
  return [
    {
      id: `${prefix}-EVIDENCE`,
      source: 'DK',
      when: { move: 'UPLOAD_EVIDENCE', stage: { in: BEFORE_DECISION }, sinceEvidenceDue: { lt: 'PT0S', orNull: true } },
      answer: step('ALLOW', 'SAME'),
      clause: say('在举证期限内上传证据。', 'Evidence is uploaded before its date.'),
    },
    {
      id: `${prefix}-EVIDENCE-LATE`,
      source: 'DK',
      when: { move: 'UPLOAD_EVIDENCE', stage: { in: BEFORE_DECISION }, sinceEvidenceDue: { gte: 'PT0S' } },
      answer: step('ALLOW', 'SAME', true),
      clause: say('逾期证据予以接收并标记为逾期。', 'Evidence after its date is taken and marked late.'),
    },
    {
      id: `${prefix}-WITHDRAW`,
      source: 'DK',
      when: { move: 'WITHDRAW', stage: { in: BEFORE_DECISION } },
      answer: step('ALLOW', 'WITHDRAWN'),
      clause: say('裁决前买家可以撤销。', 'The buyer may withdraw until the decision.'),
    },
  ];
}
