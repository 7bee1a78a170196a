/**
 * @module What the country of a store says of the rest: its time zone, its currency, whose statute applies, and the
 * hours that a desk keeps by default (content 2.12.1). All of it is a proposal that may be changed. A page may import it.
 */
import countryToCurrency from 'country-to-currency';
import type { z } from 'zod';
import type { ServiceHours, storeRegion } from './entities.ts';

/** Where most people of a country with several zones live. */
const MAIN_ZONE: Readonly<Record<string, string>> = {
  AR: 'America/Argentina/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  ID: 'Asia/Jakarta',
  KZ: 'Asia/Almaty',
  MX: 'America/Mexico_City',
  MY: 'Asia/Kuala_Lumpur',
  NZ: 'Pacific/Auckland',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kiev',
  US: 'America/New_York',
  UZ: 'Asia/Tashkent',
};

/** The member states of the European Union, whose consumer law applies. */
const EU = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const daily = (from: string, to: string) => EVERY_DAY.map((weekday) => ({ weekday, from, to }));

/** Chat is answered from 08:00 to 23:00, everything else from 09:00 to 18:00, every day (content 2.12.1). */
export const DEFAULT_HOURS = { serviceHours: daily('08:00', '23:00'), officeHours: daily('09:00', '18:00') };

/** As older and newer engines name them; the compiler's library knows neither. */
interface Zoned {
  getTimeZones?(): readonly string[] | undefined;
  readonly timeZones?: readonly string[];
}

function zonesOf(country: string): readonly string[] {
  const locale = new Intl.Locale(`und-${country}`) as Zoned;
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

export interface CountryDefaults {
  readonly timeZone: string;
  readonly currency: string;
  readonly region: z.output<typeof storeRegion>;
  readonly serviceHours: z.output<typeof ServiceHours>[];
  readonly officeHours: z.output<typeof ServiceHours>[];
}

/**
 * What a country says of a store; undefined for letters that are no country. `near` is the time zone of whoever asks,
 * which is taken where the country has it.
 */
export function countryDefaults(country: string, near?: string): CountryDefaults | undefined {
  const currency = (countryToCurrency as Readonly<Record<string, string>>)[country];
  const zones = zonesOf(country);
  const timeZone = (near && zones.includes(near) ? near : MAIN_ZONE[country]) ?? zones[0];
  if (!currency || !timeZone) return undefined;
  return {
    timeZone,
    currency,
    region: country === 'CN' ? 'CN' : EU.includes(country) ? 'EU' : 'OTHER',
    ...DEFAULT_HOURS,
  };
}

/** The countries for which something is proposed, in the order of their codes. */
export const countries = (): string[] =>
  Object.keys(countryToCurrency)
    .filter((country) => zonesOf(country).length > 0)
    .toSorted();
