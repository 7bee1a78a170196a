import { describe, expect, test } from 'vitest';

interface Titled {
  readonly file: string;
  readonly title: string;
  readonly ids: readonly string[];
}
interface Tool {
  namedIn(file: string, source: string): Titled[];
  unknownIn(titles: readonly Titled[], known: ReadonlyMap<string, string>): string[];
  requirements(): ReadonlyMap<string, string>;
  named(): Promise<Titled[]>;
}
const script: string = '../scripts/requirements.mjs';
const { namedIn, unknownIn, requirements, named } = (await import(script)) as Tool;

// Put together here, so that the titles in these samples are none of this file.
const [KNOWN, OTHER, UNKNOWN] = ['R-CH-04', 'SC-12', 'R-XX-99'];

describe('the requirements that titles of tests name', () => {
  test('are found in tests and groups, tables and templates, and nowhere else', () => {
    const source = `
      // ${KNOWN} in a comment
      const note = '${KNOWN} in a string';
      describe('${KNOWN}: a group', () => {
        test.each([1, 2])('of %s (${OTHER}, ${KNOWN})', async () => { expect('${UNKNOWN}').toBe('${UNKNOWN}'); });
        it(\`of \${note} by ${OTHER}\`, () => {});
        test('of nothing', () => {});
      });`;
    expect(namedIn('a.test.ts', source)).toEqual([
      { file: 'a.test.ts', title: `${KNOWN}: a group`, ids: [KNOWN] },
      { file: 'a.test.ts', title: `of %s (${OTHER}, ${KNOWN})`, ids: [OTHER, KNOWN] },
      { file: 'a.test.ts', title: `of … by ${OTHER}`, ids: [OTHER] },
    ]);
  });

  test('are refused with file and title when the list does not know them', () => {
    const titles = namedIn('a.test.ts', `test('${KNOWN} and ${UNKNOWN}', () => {});`);
    expect(unknownIn(titles, requirements())).toEqual([
      `a.test.ts: “${KNOWN} and ${UNKNOWN}” names ${UNKNOWN}, which is no requirement.`,
    ]);
  });

  test('are all in the list, and the list has each id once with its criterion', async () => {
    const known = requirements();
    expect(known.size).toBe(250);
    for (const [id, criterion] of known) expect(criterion.length, id).toBeGreaterThan(3);
    const titles = await named();
    expect(titles.length).toBeGreaterThan(50);
    expect(unknownIn(titles, known)).toEqual([]);
  });
});
