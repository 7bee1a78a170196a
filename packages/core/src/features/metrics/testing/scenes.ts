import type { Scenes } from '../../testing/scene.ts';

export const metricsScenes: Scenes = {
  calls: {
    recountDay: ({ staff, storeId }) => ({ actor: staff.MG, input: { metric: 'K_05', storeId, day: '2025-03-10' } }),
    fixFigure: ({ staff, storeId }) => ({
      actor: staff.SV,
      input: { metric: 'K_05', storeId, from: '2025-03-01', to: '2025-03-10', reason: 'Appraisal of March.' },
    }),
  },
};
