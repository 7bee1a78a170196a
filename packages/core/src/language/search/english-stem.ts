/**
 * The inflections of English words, by step 1 of Porter's algorithm: "returns", "returned" and
 * "returning" are "return". Derivations ("delivery", "deliver") are left to synonyms.
 * @module
 */

const VOWEL = /[aeiouy]/;
const DOUBLED = /([bdfgmnprt])\1$/;
const SHORT = /^[^aeiou]*[aeiouy][^aeiouwxy]$/;
const IRREGULAR = new Map(
  Object.entries({
    sent: 'send',
    paid: 'pay',
    bought: 'buy',
    broke: 'break',
    broken: 'break',
    lost: 'lose',
    got: 'get',
    gave: 'give',
    took: 'take',
    went: 'go',
    came: 'come',
    wrote: 'write',
    forgot: 'forget',
    forgotten: 'forget',
    men: 'man',
    women: 'woman',
    children: 'child',
    feet: 'foot',
    shoes: 'shoe',
    clothes: 'clothes',
    this: 'this',
    us: 'us',
    plus: 'plus',
    news: 'news',
    gas: 'gas',
  }),
);

function singular(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/(?:x|zz|[cs]h)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

function restored(stem: string): string {
  if (/(?:at|bl|iz|uc|rg|ng|iv|as|us|ur)$/.test(stem) && stem.length > 3 && !/(?:ing|ong|ang|ung)$/.test(stem))
    return `${stem}e`;
  if (DOUBLED.test(stem)) return stem.slice(0, -1);
  return SHORT.test(stem) && stem.length <= 4 && stem.length > 2 ? `${stem}e` : stem;
}

function base(word: string): string {
  if (word.endsWith('eed')) return word.slice(0, -1);
  for (const ending of ['ing', 'ed'])
    if (word.endsWith(ending) && word.length > ending.length + 2) {
      const stem = word.slice(0, -ending.length);
      if (VOWEL.test(stem)) return restored(stem);
    }
  return word;
}

/** A folded English word without its inflection. */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return IRREGULAR.get(word) ?? word;
  const known = IRREGULAR.get(word);
  if (known !== undefined) return known;
  const bare = base(singular(word));
  // A silent e is dropped, so that "exchange" and "exchanging" meet whatever was restored.
  return bare.length > 4 && bare.endsWith('e') ? bare.slice(0, -1) : bare;
}
