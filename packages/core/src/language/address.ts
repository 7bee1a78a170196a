/**
 * Finds postal addresses by their anatomy: a road or compound with a number, and either a region
 * before it or a building part after it. A heuristic: it prefers to miss rather than to accuse.
 * @module
 */
import type { Span } from './fold.ts';

const ZH_CORE =
  /(?:路|街|大道|道|巷|弄|胡同|村|小区|花园|家园|苑|大厦|广场|公寓|园区)[a-z东西南北中]?[\s]?\d{1,5}(?:-\d{1,4})?(?:号楼|号院|号|弄|栋|幢|座|单元|室)/g;
const ZH_COMPOUND = /(?:小区|花园|家园|苑|大厦|公寓|新村)[\s]?[a-z\d]{1,4}(?:号楼|栋|幢|座|单元)/g;
const ZH_TAIL = /^(?:[\s,-]?[a-z\d]{1,5}(?:-\d{1,4})*(?:号楼|号|栋|幢|座|单元|层|楼|室|房))+/;
const ZH_TAIL_NUMBER = /^[\s-]?\d{3,4}(?!\d)/;
const ZH_REGION = /(?:[\p{Script=Han}]{1,7}(?:省|自治区|市|自治州|区|县|旗|镇|乡|街道))+/gu;
const ZH_LEAD = /^(?:.*?(?:地址是|地址为|地址|收件人|收货人|寄到|发到|送到|改成|改到|改为|住在|位于|是|在|到|为))?/u;
const ZH_REACH = 32;

const EN_NUMBER_AND_NAME = String.raw`(?<![a-z\d])\d{1,5}[a-z]?\s(?:(?:north|south|east|west|[nsew])\.?\s)?(?:[a-z\d'.-]{1,20}\s){1,4}`;
const EN_SUFFIX = String.raw`(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|square|sq|terrace|highway|hwy|parkway|pkwy|close|crescent)(?![a-z])\.?`;
const EN_UNIT = String.raw`(?:,?\s(?:apt|apartment|unit|suite|ste|flat|floor|room|#)\.?\s?#?[a-z\d-]{1,6})?`;
const EN_POSTCODE = String.raw`,?\s(?:(?:[a-z]{2}\s)?\d{5}(?:-\d{4})?(?!\d)|[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}(?![a-z\d]))`;
const EN_PLACE = String.raw`(?:(?:,\s?[a-z][a-z .'-]{1,30}?){0,2}${EN_POSTCODE}|(?:,\s?[a-z][a-z.'-]{1,20}){1,2})?`;
const EN_STREET = new RegExp(EN_NUMBER_AND_NAME + EN_SUFFIX + EN_UNIT + EN_PLACE, 'g');

function chineseAt(text: string, coreStart: number, coreEnd: number): Span | undefined {
  const from = Math.max(0, coreStart - ZH_REACH);
  const before = text.slice(from, coreStart);
  const clause = before.slice(Math.max(...[...',;:!?。、\n'].map((mark) => before.lastIndexOf(mark))) + 1);
  const lead = ZH_LEAD.exec(clause)?.[0].length ?? 0;
  const named = clause.slice(lead).replace(/^\s+/, '');
  const rest = text.slice(coreEnd);
  const tail = (ZH_TAIL.exec(rest) ?? ZH_TAIL_NUMBER.exec(rest))?.[0].length ?? 0;
  const hasRegion = new RegExp(ZH_REGION.source, 'u').test(named);
  if (named === '' || !(hasRegion || tail > 0)) return undefined;
  return { start: coreStart - named.length, end: coreEnd + tail };
}

/** Finds Chinese and English street addresses in folded text; ranges refer to that text. */
export function detectAddresses(folded: string): Span[] {
  const found: Span[] = [];
  for (const pattern of [ZH_CORE, ZH_COMPOUND])
    for (const match of folded.matchAll(pattern)) {
      const span = chineseAt(folded, match.index, match.index + match[0].length);
      if (span) found.push(span);
    }
  for (const match of folded.matchAll(EN_STREET))
    found.push({ start: match.index, end: match.index + match[0].length });
  return found;
}
