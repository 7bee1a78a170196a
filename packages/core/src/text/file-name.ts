/**
 * @module The types of files that may be sent, and names for them. Plain data and one function without other modules,
 * because browsers load it too.
 */
/** Endings that belong to each type of file; the first is given to a name that has none of them. */
const ENDINGS = {
  'image/png': ['png', 'apng'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'video/mp4': ['mp4', 'm4v'],
  'video/webm': ['webm'],
  'video/quicktime': ['mov', 'qt'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type AttachmentType = keyof typeof ENDINGS;

/** What the types are called. */
export const ATTACHMENT_WORDS: Readonly<Record<AttachmentType, { readonly en: string; readonly zh: string }>> = {
  'image/png': { en: 'PNG picture', zh: 'PNG 图片' },
  'image/jpeg': { en: 'JPEG picture', zh: 'JPEG 图片' },
  'image/gif': { en: 'GIF picture', zh: 'GIF 图片' },
  'image/webp': { en: 'WebP picture', zh: 'WebP 图片' },
  'application/pdf': { en: 'PDF document', zh: 'PDF 文档' },
  'video/mp4': { en: 'MP4 video', zh: 'MP4 视频' },
  'video/webm': { en: 'WebM video', zh: 'WebM 视频' },
  'video/quicktime': { en: 'QuickTime video', zh: 'QuickTime 视频' },
};

/** File types that may be sent: by content, not by name. */
export const ATTACHMENT_TYPES = Object.keys(ENDINGS) as [AttachmentType, ...AttachmentType[]];

/** 10 MiB. */
export const MAX_ATTACHMENT_BYTES = 10 * 1024 * 1024;

/** Longest name of a file, ending included, in code points. */
export const MAX_FILE_NAME = 150;
/** And in UTF-8: no common file system stores a longer one. */
const MAX_FILE_NAME_BYTES = 255;
/** Longest ending that is kept as one, in code points. */
const MAX_ENDING = 10;

/** Characters that show nothing, turn the writing direction, or are half of a pair: they disguise what a file is. */
const DISGUISE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const OUTER = /^[.\s]+|[.\s]+$/g;

/** Whether a name ends like a file of a type that may be sent; `types` is how that type begins, say `image/`. */
export function hasEndingOf(name: string, types = ''): boolean {
  const { ending } = split(name);
  return Object.entries(ENDINGS).some(
    ([type, endings]) => type.startsWith(types) && (endings as readonly string[]).includes(ending.toLowerCase()),
  );
}

/**
 * The name under which a file is kept and handed out: without path, control, bidirectional and invisible characters,
 * and with an ending of the type that its content has, so that nobody opens `invoice.hta` believing it a picture. Cut
 * before the ending to 150 code points and 255 bytes of UTF-8. Given to it again, a name stays as it is.
 *
 * @param contentType - What the content is; without it the name keeps the ending that it has.
 */
export function safeFileName(name: string, contentType?: string): string {
  const clean = name
    .replace(DISGUISE, '')
    .replace(/^.*[\\/]/s, '')
    .replace(/\s+/g, ' ')
    .replace(OUTER, '');
  const own = split(clean);
  const endings: readonly string[] | undefined = ENDINGS[contentType as AttachmentType];
  const fits = endings ? endings.includes(own.ending.toLowerCase()) : own.ending !== '';
  const [stem, ending] = fits ? [own.stem, own.ending] : [clean, endings?.[0]];
  return cut(stem, ending === undefined ? '' : `.${ending}`);
}

function split(name: string): { readonly stem: string; readonly ending: string } {
  const [, stem = name, ending = ''] = /^(.+)\.([^.\s]+)$/su.exec(name) ?? [];
  return [...ending].length > MAX_ENDING ? { stem: name, ending: '' } : { stem, ending };
}

/** Takes whole characters from the stem while there is room for them beside the ending. */
function cut(stem: string, ending: string): string {
  let [room, bytes] = [MAX_FILE_NAME - [...ending].length, MAX_FILE_NAME_BYTES - utf8Length(ending)];
  let kept = '';
  for (const character of stem) {
    room -= 1;
    bytes -= utf8Length(character);
    if (room < 0 || bytes < 0) break;
    kept += character;
  }
  return `${kept.replace(OUTER, '') || 'file'}${ending}`;
}

function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return length;
}
