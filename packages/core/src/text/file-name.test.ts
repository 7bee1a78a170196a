import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ATTACHMENT_TYPES, MAX_FILE_NAME, safeFileName } from './file-name.ts';

describe('the name of a file', () => {
  test.each([
    ['../../etc/passwd', undefined, 'passwd'],
    ['C:\\temp\\a.png', undefined, 'a.png'],
    ['invoice\u202egnp.exe', undefined, 'invoicegnp.exe'],
    ['\u200b.htaccess', undefined, 'htaccess'],
    ['\u0000', undefined, 'file'],
    ['退货 凭证.jpg', undefined, '退货 凭证.jpg'],
    ['x.hta', 'image/gif', 'x.hta.gif'],
    ['.hta', 'image/gif', 'hta.gif'],
    ['x.gif', 'image/gif', 'x.gif'],
    ['x.gif.', 'image/gif', 'x.gif'],
    ['x.hta\u2800\u3164   .gif', 'image/gif', 'x.hta.gif'],
    ['x\u2028y/z.gif', 'image/gif', 'z.gif'],
    ['invoice.pdf.exe', 'application/pdf', 'invoice.pdf.exe.pdf'],
    ['photo.JPEG', 'image/jpeg', 'photo.JPEG'],
    ['photo.png', 'image/jpeg', 'photo.png.jpg'],
    ['clip.qt', 'video/quicktime', 'clip.qt'],
    ['half \ud800 pair.pdf', 'application/pdf', 'half pair.pdf'],
    ['Screenshot 2026.11.29 at 10.15', 'image/png', 'Screenshot 2026.11.29 at 10.15.png'],
    [`${'退'.repeat(160)}.pdf`, 'application/pdf', `${'退'.repeat(83)}.pdf`],
    [`${'a'.repeat(160)}.pdf`, undefined, `${'a'.repeat(146)}.pdf`],
    [`${'😀'.repeat(100)}.jpeg`, 'image/jpeg', `${'😀'.repeat(62)}.jpeg`],
    [`a.${'b'.repeat(200)}`, undefined, `a.${'b'.repeat(148)}`],
  ])('%j of the type %s becomes %j', (name, type, expected) => {
    expect(safeFileName(name, type)).toBe(expected);
  });

  const names = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 500 }),
    fc
      .array(
        fc.constantFrom(
          '.',
          ' ',
          '/',
          '退',
          '😀',
          'a',
          '.gif',
          '.exe',
          '\u202e',
          '\u200d',
          '\ud83d',
          '\u3000',
          '.jpeg',
        ),
        { maxLength: 400 },
      )
      .map((parts) => parts.join('')),
  );

  test('is short enough for every disk, shows all that is in it, has the ending of its type, and stays the same', () => {
    fc.assert(
      fc.property(names, fc.constantFrom(undefined, ...ATTACHMENT_TYPES), (name, type) => {
        const safe = safeFileName(name, type);
        expect([...safe].length).toBeLessThanOrEqual(MAX_FILE_NAME);
        expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(255);
        expect(safe).not.toMatch(/^$|[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}/\\]|^[.\s]|[.\s]$/u);
        expect(safeFileName(safe, type)).toBe(safe);
        if (type) expect(safe).toMatch(/.\.(a?png|jpe?g|jpe|jfif|gif|webp|pdf|mp4|m4v|webm|mov|qt)$/i);
      }),
      { numRuns: 1000 },
    );
  });
});
