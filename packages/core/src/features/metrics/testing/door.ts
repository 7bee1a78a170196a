import { adminOnly, hiddenRow, type Door } from '../../testing/door.ts';

// Of the four only the administrator's role is staff with a store; a figure is one's own without the right to others'.
export const metricsDoor: Door = {
  mutations: { recountDay: adminOnly, fixFigure: ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'] },
  queries: {
    figures: ['UNAUTHENTICATED', 'FORBIDDEN', 'in', 'in'],
    myFigures: ['UNAUTHENTICATED', 'FORBIDDEN', 'in', 'in'],
    figureList: ['UNAUTHENTICATED', 'FORBIDDEN', 'in', 'in'],
    figureRows: ['UNAUTHENTICATED', 'FORBIDDEN', 'in', 'in'],
    figureDrift: adminOnly,
    fixedFigureToday: ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'],
    figureRecount: hiddenRow,
    figureRecounts: adminOnly,
    frozenFigure: hiddenRow,
    frozenFigures: ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'],
  },
};
