/** White or black, whichever is easier to read on a colour (WCAG's relative luminance, with its curve as a power). */
export function inkOn(colour: string): string {
  const light = [0.2126, 0.7152, 0.0722].reduce(
    (sum, share, at) => sum + share * (Number(`0x${colour.slice(1 + 2 * at, 3 + 2 * at)}`) / 255) ** 2.2,
    0,
  );
  return light > 0.179 ? '#000' : '#fff';
}
