/** @module Warranty claims: a feature of a third party, made of public parts only. */
import { access, customers, defineFeature, knownMetrics, metrics } from '@shopdesk/core';
import {
  acceptWarrantyClaim,
  claimWarranty,
  coverCustomer,
  declineWarrantyClaim,
  noteWarrantyRepair,
  withdrawWarrantyClaim,
} from './actions.ts';
import { Covered, WarrantyClaim } from './entities.ts';
import { warrantyAccepted, WarrantyMetrics } from './metrics.ts';
import { warrantyTexts } from './texts.ts';
import { warrantyWords } from './words.ts';

export const warranty = defineFeature({
  name: 'warranty',
  requires: [access, customers, metrics],
  members: [WarrantyMetrics],
  answers: [knownMetrics(warrantyAccepted)],
  words: warrantyWords,
  texts: warrantyTexts,
  entities: [WarrantyClaim],
  extensions: [Covered],
  actions: {
    claimWarranty,
    withdrawWarrantyClaim,
    acceptWarrantyClaim,
    declineWarrantyClaim,
    noteWarrantyRepair,
    coverCustomer,
  },
  permissions: {
    'warranty.read': { roles: ['AA', 'PA', 'SV', 'MG'], en: 'See warranty claims', zh: '查看保修申请' },
    'warranty.decide': { roles: ['AA', 'SV', 'MG'], en: 'Decide warranty claims', zh: '处理保修申请' },
  },
});

export { Covered, WarrantyClaim } from './entities.ts';
