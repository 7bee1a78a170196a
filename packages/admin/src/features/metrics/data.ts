import type { AnswerOf } from '@shopdesk/core/client';
import { viewQuery } from '../../desk/documents.ts';

export const figureList = viewQuery(
  'figureList',
  {},
  'filling figures { metric code version unit sign least sums by formula { en zh } }',
);
export type Described = AnswerOf<typeof figureList>['figures'][number];
export type Code = Described['metric'];
export type Dimension = Described['by'][number];

const FIGURE = 'metric value num den n enough';
export const figures = viewQuery(
  'figures',
  { metrics: '[MetricCode!]!', from: 'String', to: 'String', storeId: 'ID', by: '[MetricDimension!]' },
  `from to figures { ${FIGURE} } groups { by key figures { ${FIGURE} } } filling failedDays`,
);
export type Report = AnswerOf<typeof figures>;

export const figureRows = viewQuery(
  'figureRows',
  {
    metric: 'MetricCode!',
    from: 'String',
    to: 'String',
    storeId: 'ID',
    by: 'MetricDimension',
    key: 'String',
    first: 'Int',
    after: 'String',
  },
  `figure { ${FIGURE} } rows { id aboutEntity aboutId aboutTitle { en zh } storeId day agentId channel num den } next hidden`,
);
export type Rows = AnswerOf<typeof figureRows>;
