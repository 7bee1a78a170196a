/**
 * @module Which parts a postal address must have, by its country. Not every country has postcodes, and in a city state
 * there is no city to name.
 */
import { pastedText } from './pasted.ts';

/** Countries and territories whose post uses no postcode, or does not ask for one (Universal Postal Union). */
const NO_POSTCODE =
  'AE AG AN AO AW BF BI BJ BO BQ BS BW BZ CD CF CG CI CK CM CW DJ DM ER FJ GA GD GH GM GN GQ GY HK IE JM KI KM KN KP LC ML MO MR MU ' +
  'MW NR NU PA QA RW SB SC SL SR SS ST SY TD TF TG TK TL TO TT TV TZ UG VU YE ZW';
/** Where the country is the city. */
const NO_CITY = 'GI HK MC MO SG VA';

/** What shops and people write for the commonest of them, beside the code and the name in English or Chinese. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'hong kong': 'HK',
  hkg: 'HK',
  香港: 'HK',
  中国香港: 'HK',
  macau: 'MO',
  macao: 'MO',
  mac: 'MO',
  澳门: 'MO',
  澳門: 'MO',
  中国澳门: 'MO',
  uae: 'AE',
  are: 'AE',
  阿联酋: 'AE',
  irl: 'IE',
  éire: 'IE',
  'republic of ireland': 'IE',
  sgp: 'SG',
  qat: 'QA',
  mco: 'MC',
  'hong kong, china': 'HK',
};

let byName: ReadonlyMap<string, string> | undefined;

/** The names of the countries above in English and Chinese, by which they are found; made at first use. */
function namesOf(codes: readonly string[]): ReadonlyMap<string, string> {
  const names = ['en', 'zh-Hans', 'zh-Hant'].map((language) => new Intl.DisplayNames(language, { type: 'region' }));
  return new Map([
    ...names.flatMap((name) => codes.map((code) => [(name.of(code) ?? code).toLowerCase(), code] as const)),
    ...Object.entries(OTHER_NAMES),
  ]);
}

/** The ISO code of a country that is treated differently, as written by code or name; of any other its own text. */
function codeOf(country: string): string {
  const written = pastedText(country).toLowerCase();
  byName ??= namesOf([...new Set(`${NO_POSTCODE} ${NO_CITY}`.split(' '))]);
  return byName.get(written) ?? written.toUpperCase();
}

export type AddressPart = 'line1' | 'line2' | 'city' | 'region' | 'postalCode' | 'country';

/** Whether an address of a country, written as code or name, must have a part. */
export function needsAddressPart(part: AddressPart, country: string): boolean {
  if (part === 'line2' || part === 'region') return false;
  if (part === 'city') return !NO_CITY.split(' ').includes(codeOf(country));
  return part !== 'postalCode' || !NO_POSTCODE.split(' ').includes(codeOf(country));
}

/** The parts that an address lacks to be sent to. */
export const missingAddressParts = (
  address: Readonly<Record<'line1' | 'city' | 'postalCode' | 'country', string>>,
): AddressPart[] =>
  (['line1', 'city', 'postalCode', 'country'] as const).filter(
    (part) => !address[part].trim() && needsAddressPart(part, address.country),
  );
