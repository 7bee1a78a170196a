/** @module The country of a store, as inputs take it and forms ask what it says. */
import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { refuse } from '../../kernel/context.ts';
import { countryDefaults } from './countries.ts';
import { ServiceHours, storeRegion } from './entities.ts';

/** ISO 3166, two letters. */
export const countryCode = z.string().regex(/^[A-Z]{2}$/);

/** What a country says of a store, for a form that shows it before it is kept. */
export const countryProposal = defineView({
  title: { en: 'What a country says of a store', zh: '国家或地区的默认设置' },
  allow: { staff: 'store.read' },
  input: z.object({ country: countryCode, near: z.string().max(60).optional() }),
  output: value(
    'CountryProposal',
    z.object({
      timeZone: z.string(),
      currency: z.string(),
      region: storeRegion,
      serviceHours: z.array(ServiceHours),
      officeHours: z.array(ServiceHours),
    }),
  ),
  run: (_ctx, { country, near }) => countryDefaults(country, near) ?? refuse('NOT_FOUND'),
});
