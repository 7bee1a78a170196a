import { codes } from '../../kernel/codes.ts';
import { defineMachine } from '../../kernel/machine.ts';

export const articleState = codes('ArticleState', {
  DRAFT: { en: 'Draft', zh: '草稿' },
  IN_REVIEW: { en: 'In review', zh: '审核中' },
  PUBLISHED: { en: 'Published', zh: '已发布' },
  NEEDS_UPDATE: { en: 'Needs an update', zh: '待更新', note: 'What was published stays readable.' },
  ARCHIVED: { en: 'Archived', zh: '已归档' },
});

export const versionState = codes('ArticleVersionState', {
  DRAFT: { en: 'Draft', zh: '草稿' },
  IN_REVIEW: { en: 'In review', zh: '审核中' },
  PUBLISHED: { en: 'Published', zh: '已发布' },
  SUPERSEDED: { en: 'Superseded', zh: '已被替代' },
});

/** Domain model 3.11. What was published stays readable while its next version is written and reviewed. */
export const articleMachine = defineMachine({
  field: 'state',
  states: articleState.options,
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

export const gapState = codes('KnowledgeGapState', {
  OPEN: { en: 'Open', zh: '待处理' },
  ASSIGNED: { en: 'Assigned', zh: '已分配' },
  ANSWERED: { en: 'Answered', zh: '已解答' },
  DISMISSED: { en: 'Dismissed', zh: '已忽略' },
});
/** States in which the same question is counted here. */
export const OPEN_GAPS = ['OPEN', 'ASSIGNED'] as const;

export const gapMachine = defineMachine({
  field: 'state',
  states: gapState.options,
  events: {
    create: { NEW: 'OPEN' },
    assign: { OPEN: 'ASSIGNED', ASSIGNED: 'ASSIGNED' },
    answer: { ASSIGNED: 'ANSWERED' },
    dismiss: { OPEN: 'DISMISSED', ASSIGNED: 'DISMISSED' },
  },
});
