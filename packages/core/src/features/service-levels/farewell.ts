/** @module Words of a customer that ask for nothing: thanks and goodbyes need no reply (K-05). */

const SAYINGS =
  '谢谢|谢谢你|谢谢您|谢谢啦|谢谢了|多谢|感谢|非常感谢|3q|好|好的|好哒|好滴|好嘞|好吧|行|行的|可以|可以了|嗯|嗯嗯|哦|哦哦|噢|知道了|明白|明白了|了解|收到|没事了|没有了|没了|不用了|再见|拜拜|辛苦了|麻烦了|ok|okay|okey|k|thanks|thank you|thank you very much|thanks a lot|many thanks|thx|ty|cheers|great|perfect|got it|i see|understood|alright|all right|fine|noted|bye|goodbye|bye bye|see you|no thanks|thats all|that is all|have a nice day';

const KNOWN = new Set(SAYINGS.split('|'));
const NOISE = /(?:[\p{P}\p{S}\p{Extended_Pictographic}]|\u200d|\ufe0f)+/gu;
const CALLS = /(亲亲?|您|你|哈+|啦|哦|呀|呢|了)$/u;

const isSaying = (part: string): boolean => KNOWN.has(part) || KNOWN.has(part.replace(CALLS, ''));

const POLITE = /^(?:👍|👌|🙏|❤|💕|😊|😀|😄|🙂|🌹|👏|🎉|[\u{1f3fb}-\u{1f3ff}]|\ufe0f|\u200d|\s)+$/u;

/** Whether a text is nothing but thanks or a goodbye, in words or in emoji. */
export function isFarewell(text: string): boolean {
  if (POLITE.test(text)) return true;
  const plain = text.normalize('NFKC').toLowerCase().replace(/['’]/g, '');
  const parts = plain
    .split(NOISE)
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter(Boolean);
  return (
    parts.length > 0 && parts.length <= 4 && parts.every((part) => isSaying(part) || part.split(' ').every(isSaying))
  );
}
