import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { standardFeatures, type Feature } from '@shopdesk/core';
import { describe, expect, test } from 'vitest';
import { crossings, largestComponent, undeclared } from '../scripts/house/graph.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const sources = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('node_modules'))
    .map((file) => join(folder, file));

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const statements = text.matchAll(
    /^(?:import|export)\s+(type\s)?[^'"`;]*?from\s+'([^']+)'|^import\s+'([^']+)'|import\('([^']+)'\)/gm,
  );
  return [...statements].map(([, typeOnly, named, bare, dynamic]) => {
    const target = named ?? bare ?? dynamic ?? '';
    const to = target.startsWith('.') ? relative(root, resolve(root, dirname(file), target)) : target;
    return { from: file, to, typeOnly: typeOnly !== undefined };
  });
}

const isTest = ({ from }: Import) => /\.(test|contract)\.ts$/.test(from) || from.includes('/testing/');
const all = ['core', 'server', 'widget', 'admin']
  .flatMap((name) => sources(`packages/${name}/src`))
  .flatMap(importsOf)
  .filter((line) => !isTest(line));
const shown = (lines: readonly Import[]) => lines.map(({ from, to }) => `${from} → ${to}`);
const feature = (path: string) => /^packages\/(\w+)\/src\/features\/([\w-]+)\//.exec(path)?.slice(1, 3).join('/');

/** Who may not import what; a rule that nothing can break would be worthless, so each names a folder that exists. */
/** The one table of files that may be sent: plain data that imports nothing, the same for server and browser. */
const PLAIN = 'packages/core/src/text/file-name.ts';

const RULES: readonly { readonly title: string; readonly breaks: (line: Import) => boolean }[] = [
  {
    title: 'the kernel knows no feature and no package but zod and the one for messages',
    breaks: ({ from, to, typeOnly }) =>
      from.startsWith('packages/core/src/kernel/') &&
      !to.startsWith('packages/core/src/kernel/') &&
      to !== 'zod' &&
      to !== 'intl-messageformat' &&
      !(typeOnly && to.startsWith('packages/core/src/ports/')),
  },
  {
    title: 'core knows no browser, no Node and no GraphQL',
    breaks: ({ from, to }) =>
      from.startsWith('packages/core/') && /^(node:|lit|graphql|@shopdesk\/(server|widget|admin))/.test(to),
  },
  {
    title: 'the client brings nothing of core into a browser at run time',
    breaks: ({ from, to, typeOnly }) =>
      from.startsWith('packages/core/src/client/') &&
      !to.startsWith('packages/core/src/client/') &&
      !typeOnly &&
      to !== PLAIN,
  },
  {
    title: 'the server knows no element',
    breaks: ({ from, to }) => from.startsWith('packages/server/') && /^(lit|@shopdesk\/(widget|admin))/.test(to),
  },
  {
    title: 'the widget brings nothing of core but its client at run time',
    breaks: ({ from, to, typeOnly }) =>
      from.startsWith('packages/widget/') && !typeOnly && /^@shopdesk\/(core$|core\/testing|server|admin)/.test(to),
  },
  {
    title: 'the panel does not know the server',
    breaks: ({ from, to }) => from.startsWith('packages/admin/') && to.startsWith('@shopdesk/server'),
  },
  {
    title: 'no package reaches into the files of another',
    breaks: ({ from, to }) => to.startsWith('packages/') && to.split('/')[1] !== from.split('/')[1],
  },
];

describe('the boundaries between packages and features', () => {
  test('are checked over real import lines', () => {
    expect(all.length).toBeGreaterThan(300);
  });

  test('the table of files imports nothing', () => expect(shown(all.filter(({ from }) => from === PLAIN))).toEqual([]));

  for (const { title, breaks } of RULES) test(title, () => expect(shown(all.filter(breaks))).toEqual([]));

  test('the panel’s and the widget’s features do not import each other', () => {
    const crossing = all.filter(
      ({ from, to }) =>
        /^packages\/(admin|widget)\//.test(from) && feature(from) && feature(to) && feature(from) !== feature(to),
    );
    expect(shown(crossing)).toEqual([]);
  });
});

interface Exports {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Whether somebody outside may import this: a module below a public entry of the package, or what it depends on. */
function isPublic(name: 'admin' | 'widget', to: string): boolean {
  const { exports, dependencies } = JSON.parse(
    readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'),
  ) as Exports;
  const sources = Object.values(exports).flatMap(
    (entry) => (entry as Record<string, string>)['@shopdesk/source'] ?? [],
  );
  const inPackage = sources.some((source) => {
    const [before = '', after = ''] = source.replace('./', `packages/${name}/`).split('*');
    return source.includes('*') ? to.startsWith(before) && to.endsWith(after) : to === before;
  });
  return (
    inPackage || Object.keys(dependencies).some((dependency) => to === dependency || to.startsWith(`${dependency}/`))
  );
}

/** What a package's own features import that a third party's could not. */
const secrets = (name: 'admin' | 'widget') =>
  sources(`packages/${name}/src/features`)
    .flatMap(importsOf)
    .filter((line) => !isTest(line))
    .filter(({ from, to }) => feature(from) !== undefined && feature(from) !== feature(to) && !isPublic(name, to));

describe('the features of the panel', () => {
  test('import nothing that a third party cannot', () => {
    expect(shown(secrets('admin'))).toEqual([]);
    expect(isPublic('admin', 'packages/admin/src/kit/field.ts')).toBe(true);
    expect(isPublic('admin', 'packages/admin/src/shell/router.ts')).toBe(false);
    expect(isPublic('admin', 'graphql')).toBe(false);
  });
});

describe('the features of the widget', () => {
  /** Types reach a third party through the objects that it gets. */
  const hidden = secrets('widget').filter(({ typeOnly }) => !typeOnly);

  test('import nothing that a third party cannot', () => {
    expect(shown(hidden)).toEqual([]);
    expect(isPublic('widget', 'packages/widget/src/self-service/remote.ts')).toBe(true);
    expect(isPublic('widget', 'packages/widget/src/shell/desk-chat.ts')).toBe(false);
  });
});

describe('the window of the widget', () => {
  const files = ['shell/desk-chat.ts', 'self-service/desk-self-service.ts'].map(
    (file) => `packages/widget/src/${file}`,
  );

  test('and its self-service name no feature: what features add comes from their list', () => {
    const named = files.flatMap(importsOf).filter(({ to }) => /widget\/src\/features\/(?!index\.ts)/.test(to));
    expect(shown(named)).toEqual([]);
    expect(files.flatMap(importsOf).some(({ to }) => to.endsWith('widget/src/features/index.ts'))).toBe(true);
  });
});

/** What a file takes from core that a feature exports. */
async function featureNamesIn(text: string): Promise<string[]> {
  const [, list = ''] = /import \{([^}]*)\} from '@shopdesk\/core';/.exec(text) ?? [];
  const names = list.split(',').map((name) => name.replace('type ', '').trim());
  const folders = readdirSync(join(root, 'packages/core/src/features'), { withFileTypes: true });
  const exported = await Promise.all(
    folders
      .filter((entry) => entry.isDirectory() && entry.name !== 'testing')
      .map(async ({ name }) => Object.keys((await import(`../packages/core/src/features/${name}/index.ts`)) as object)),
  );
  const ofFeatures = new Set(exported.flat());
  return names.filter((name) => ofFeatures.has(name));
}

describe('the server', () => {
  const files = ['endpoint.ts', 'runtime.ts', 'live/hub.ts'].map((file) => `packages/server/src/${file}`);
  const named = (file: string) =>
    importsOf(file).filter(({ to }) =>
      /server\/src\/features\/(?!index\.ts)|attachments|shop-events|bot|service-start/.test(to),
    ).length;

  test('puts requests, ports and live delivery together without naming a feature', async () => {
    for (const file of files) {
      expect([file, named(file), await featureNamesIn(readFileSync(join(root, file), 'utf8'))]).toEqual([file, 0, []]);
    }
    expect(await featureNamesIn("import { Store, shopEvents, type Desk } from '@shopdesk/core';")).toEqual([
      'Store',
      'shopEvents',
    ]);
  });
});

/** `serviceLevels` lies in `service-levels`. */
const folderOf = ({ name }: Feature) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const required = new Map(
  (standardFeatures as readonly Feature[]).map((one) => [folderOf(one), one.requires.map(folderOf)]),
);
const told = (lines: ReturnType<typeof crossings>) => lines.map(({ file, target }) => `${file} → ${target}`);
const planted = (path: string, target: string) => ({
  path: `packages/core/src/features/${path}`,
  text: `import { thing } from '${target}';\n`,
});

describe('the features of core', () => {
  const lines = crossings();

  test('import each other through an index only, and only what they require', () => {
    expect(lines.length).toBeGreaterThan(200);
    expect(told(lines.filter(({ past }) => past))).toEqual([]);
    expect(told(undeclared(lines, required))).toEqual([]);
  });

  test('are layers: none reaches itself through others', () => expect(largestComponent(lines)).toBe(1));

  test('are kept apart by one planted line', () => {
    const past = crossings([planted('macros/plan.ts', '../scripts/expand.ts')]);
    expect(told(past.filter((line) => line.past))).toHaveLength(1);
    const up = crossings([planted('conversations/send.ts', '../routing/index.ts')]);
    expect(told(undeclared(up, required))).toHaveLength(1);
    expect(largestComponent([...lines, ...up])).toBeGreaterThan(1);
  });
});
