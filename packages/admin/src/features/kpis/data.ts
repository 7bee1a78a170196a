import { viewDocument, type Selection } from '../../desk/document.ts';

export interface MyFigures {
  readonly from: string;
  readonly figures: {
    readonly replyRate: number | null;
    readonly threeMinuteRate: number | null;
    readonly satisfaction: number | null;
    readonly ratings: number;
    readonly rounds: number;
    /** Of features of which the panel has never heard. */
    readonly added: readonly {
      readonly figure: string;
      /** COUNT, SHARE or SECONDS. */
      readonly unit: string;
      readonly value: number | null;
    }[];
  };
}

const FIGURES = 'replyRate threeMinuteRate satisfaction ratings rounds added { figure unit value }';
export const myServiceFigures = viewDocument<{ storeId?: string }, MyFigures>(
  'myServiceFigures',
  { storeId: 'ID' },
  `from figures { ${FIGURES} }` as Selection<MyFigures>,
);
