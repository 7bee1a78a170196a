/** @module Numbers as people write them in promises: 60, 六十, 两, 半, sixty, double. */
const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100 };
const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  fourteen: 14,
  fifteen: 15,
  thirty: 30,
  sixty: 60,
  ninety: 90,
  half: 0.5,
  double: 2,
  twice: 2,
  triple: 3,
  双: 2,
  半: 0.5,
};

/** The number patterns below may capture. */
export const NUMBER = {
  zh: String.raw`(?<number>\d+(?:\.\d+)?|[一二两三四五六七八九十百]+|半)`,
  en: String.raw`(?<number>\d+(?:\.\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|fourteen|fifteen|thirty|sixty|ninety)`,
} as const;

/** Reads a number in figures or words; undefined when it is none. */
export function wordNumber(text: string): number | undefined {
  if (/^\d/.test(text)) return Number.parseFloat(text);
  return WORDS[text] ?? hanNumber(text);
}

function hanNumber(text: string): number | undefined {
  let sum = 0;
  let digit: number | undefined;
  for (const letter of text) {
    const unit = UNITS[letter];
    if (unit === undefined && DIGITS[letter] === undefined) return undefined;
    if (unit === undefined) digit = DIGITS[letter];
    else {
      sum += (digit ?? 1) * unit;
      digit = undefined;
    }
  }
  return sum + (digit ?? 0);
}
