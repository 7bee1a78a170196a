/** @module The forms that every desk has: F1 to F20, and the plan for disputes D1 to D11 (R-POL-06; 2.9, 2.10). */
import { afterSalesForms } from './after-sales.ts';
import { disputeForms } from './dispute.ts';
import { peopleForms } from './people.ts';
import { serviceForms } from './service.ts';
import type { ShippedForm } from './write.ts';

export type { ShippedForm } from './write.ts';

export const SHIPPED_FORMS: readonly ShippedForm[] = [
  ...serviceForms,
  ...afterSalesForms,
  ...peopleForms,
  ...disputeForms,
].toSorted((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }));
