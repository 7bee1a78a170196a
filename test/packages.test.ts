import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { DeskWidgetAttributes } from '../packages/widget/src/page-types.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly license: string;
  readonly engines: { readonly node: string };
  readonly files: readonly string[];
  readonly sideEffects: false | readonly string[];
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const NAMES = ['core', 'server', 'widget', 'admin'] as const;
const manifestOf = (name: string) => JSON.parse(read('packages', name, 'package.json')) as Manifest;
const all = NAMES.map(manifestOf);

/** The database's format and its lock are those of one version. */
const EXACT = ['@electric-sql/pglite'];

const sources = (name: string) =>
  readdirSync(join(root, 'packages', name, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => /(?<!\.test)\.ts$/.test(file) && !file.includes('testing/'),
  );

/** As bundlers read `sideEffects`: `**` is any folders, `*` anything in one. */
function matches(pattern: string, file: string): boolean {
  const source = pattern
    .replaceAll(/[.+]/g, '\\$&')
    .replaceAll('**/', '\0')
    .replaceAll('**', '\u0001')
    .replaceAll('*', '[^/]*')
    .replaceAll('\0', '(?:.*/)?')
    .replaceAll('\u0001', '.*');
  return new RegExp(`^${source}$`).test(file);
}

describe.each(NAMES)('the package %s', (name) => {
  const manifest = manifestOf(name);

  test('has its licence, a text that says what it is, and the facts a registry shows', () => {
    expect(read('packages', name, 'LICENSE')).toBe(read('LICENSE'));
    expect(read('packages', name, 'README.md')).toContain(`# @shopdesk/${name}`);
    expect(manifest).toMatchObject({
      license: 'MIT',
      description: expect.stringMatching(/\.$/),
      keywords: expect.arrayContaining(['customer-service']),
    });
  });

  test('names versions that leave room for the copy that a host already has', () => {
    const asked = Object.entries({
      ...manifest.dependencies,
      ...manifest.optionalDependencies,
      ...manifest.peerDependencies,
    });
    expect(asked.filter(([dependency, range]) => !/^(\^|>=)/.test(range) && !EXACT.includes(dependency))).toEqual([]);
    expect(manifest.dependencies).not.toHaveProperty('zod');
  });

  test('shows its sources under a condition that nobody sets by accident', () => {
    const conditions = new Set(
      Object.values(manifest.exports).flatMap((target) => (typeof target === 'string' ? [] : Object.keys(target))),
    );
    expect([...conditions].toSorted()).toEqual(['@shopdesk/source', 'default', 'types']);
    expect(manifest.files).not.toContain('src');
  });

  test('says of every file that does something on import that it does', () => {
    const does = /^(?:define|customElements\.define|addEventListener)\(/m;
    const doers = sources(name).filter((file) => does.test(read('packages', name, 'src', file)));
    const { sideEffects } = manifest;
    const listed = (file: string) =>
      sideEffects !== false &&
      sideEffects.some((pattern) => matches(pattern, `./dist/${file.replace(/\.ts$/, '.js')}`));
    expect(doers.filter((file) => !listed(file))).toEqual([]);
  });
});

test('the packages carry one version, ask for each other at it, and run on the same Node', () => {
  expect(new Set(all.map(({ version }) => version)).size).toBe(1);
  const [{ version, engines }] = all as [Manifest];
  const ours = all.flatMap(({ dependencies = {} }) =>
    Object.entries(dependencies).filter(([name]) => name.startsWith('@shopdesk/')),
  );
  expect(ours.length).toBeGreaterThan(3);
  for (const [, range] of ours) expect(range).toBe(`^${version}`);
  for (const each of all) expect(each.engines).toEqual(engines);
});

test('the changelog names the version', () => {
  expect(read('CHANGELOG.md')).toContain(`\n## ${all[0]?.version} `);
});

/** What an editor reads of an element; the types of attributes say the rest. */
const manifestOfElement = (name: string) => {
  const { modules } = JSON.parse(read('packages', name, 'custom-elements.json')) as {
    modules: [{ declarations: [{ tagName: string; attributes: { name: string }[] }] }];
  };
  const { tagName, attributes } = modules[0].declarations[0];
  return { tagName, attributes: attributes.map((attribute) => attribute.name).toSorted() };
};

test('editors are told the attributes of the widget that its types have', () => {
  const typed: Record<keyof DeskWidgetAttributes, true> = {
    store: true,
    src: true,
    locale: true,
    position: true,
    colour: true,
    scheme: true,
    dir: true,
    consent: true,
  };
  expect(manifestOfElement('widget')).toEqual({ tagName: 'desk-widget', attributes: Object.keys(typed).toSorted() });
});

test('editors are told the attributes of the panel that it observes', () => {
  const [, properties = ''] =
    /static override properties = \{([^}]*(?:\{[^}]*\}[^}]*)*)\};/.exec(
      read('packages', 'admin', 'src', 'shell', 'admin-element.ts'),
    ) ?? [];
  const observed = [...properties.matchAll(/(\w+): \{(.*?)\}/g)].filter(
    ([, , options = '']) => !/attribute: false|state: true/.test(options),
  );
  expect(manifestOfElement('admin')).toEqual({
    tagName: 'desk-admin',
    attributes: observed.map(([, name]) => name).toSorted(),
  });
});
