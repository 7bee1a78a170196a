import { defineMachine } from '../../kernel/machine.ts';

export const ARTICLE_STATES = ['DRAFT', 'IN_REVIEW', 'PUBLISHED', 'NEEDS_UPDATE', 'ARCHIVED'] as const;
export const VERSION_STATES = ['DRAFT', 'IN_REVIEW', 'PUBLISHED', 'SUPERSEDED'] as const;

/** Domain model 3.11. What was published stays readable while its next version is written and reviewed. */
export const articleMachine = defineMachine({
  field: 'state',
  states: ARTICLE_STATES,
  events: {
    create: { NEW: 'DRAFT' },
    submit: { DRAFT: 'IN_REVIEW', NEEDS_UPDATE: 'IN_REVIEW' },
    sendBack: { IN_REVIEW: 'DRAFT' },
    sendBackUpdate: { IN_REVIEW: 'NEEDS_UPDATE' },
    publish: { IN_REVIEW: 'PUBLISHED' },
    needUpdate: { PUBLISHED: 'NEEDS_UPDATE' },
    archive: { DRAFT: 'ARCHIVED', IN_REVIEW: 'ARCHIVED', PUBLISHED: 'ARCHIVED', NEEDS_UPDATE: 'ARCHIVED' },
  },
});

export const GAP_STATES = ['OPEN', 'ASSIGNED', 'ANSWERED', 'DISMISSED'] as const;
/** States in which the same question is counted here. */
export const OPEN_GAPS = ['OPEN', 'ASSIGNED'] as const;

export const gapMachine = defineMachine({
  field: 'state',
  states: GAP_STATES,
  events: {
    create: { NEW: 'OPEN' },
    assign: { OPEN: 'ASSIGNED', ASSIGNED: 'ASSIGNED' },
    answer: { ASSIGNED: 'ANSWERED' },
    dismiss: { OPEN: 'DISMISSED', ASSIGNED: 'DISMISSED' },
  },
});
