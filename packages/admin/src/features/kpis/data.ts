import { viewDocument, type Selection } from '../../desk/document.ts';

export interface MyFigures {
  readonly from: string;
  readonly figures: {
    readonly replyRate: number | null;
    readonly threeMinuteRate: number | null;
    readonly satisfaction: number | null;
    readonly ratings: number;
    readonly rounds: number;
  };
}

export const myServiceFigures = viewDocument<{ storeId?: string }, MyFigures>(
  'myServiceFigures',
  { storeId: 'ID' },
  'from figures { replyRate threeMinuteRate satisfaction ratings rounds }' as Selection<MyFigures>,
);
