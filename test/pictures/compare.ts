/**
 * @module How much of a picture differs from an earlier one, told by the browser that drew both: no other decoder of
 * pictures is needed.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** A part of one colour may differ by so much, of 255, before its pixel counts: text is smoothed a little differently. */
const TOLERANCE = 24;

const asUrl = async (file: string): Promise<string> =>
  `data:image/png;base64,${(await readFile(file)).toString('base64')}`;

/**
 * The share of pixels that differ, 0 to 1; 1 where the sizes differ, and undefined without an earlier picture.
 */
export async function differenceOf(page: Page, now: string, before: string): Promise<number | undefined> {
  const earlier = await asUrl(before).catch(() => undefined);
  if (earlier === undefined) return undefined;
  return page.evaluate(
    async ([one, other, tolerance]) => {
      const pixels = async (url: string) => {
        const picture = await createImageBitmap(await (await fetch(url)).blob());
        const canvas = new OffscreenCanvas(picture.width, picture.height);
        const context = canvas.getContext('2d');
        context?.drawImage(picture, 0, 0);
        return context?.getImageData(0, 0, picture.width, picture.height);
      };
      const [a, b] = [await pixels(one), await pixels(other)];
      if (!a || !b || a.width !== b.width || a.height !== b.height) return 1;
      let differing = 0;
      for (let at = 0; at < a.data.length; at += 4)
        for (let part = 0; part < 3; part += 1)
          if (Math.abs((a.data[at + part] ?? 0) - (b.data[at + part] ?? 0)) > tolerance) {
            differing += 1;
            break;
          }
      return differing / (a.data.length / 4);
    },
    [await asUrl(now), earlier, TOLERANCE] as const,
  );
}
