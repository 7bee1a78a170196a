/** @module Fields that leave the schema are missed by the compiler wherever a document selects them. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildASTSchema, Kind, parse, visit, type GraphQLSchema, type ObjectTypeDefinitionNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Audience } from '../packages/server/src/graphql/audiences.ts';
import { clientTypes } from '../packages/server/src/graphql/client-types.ts';
import { SCHEMA_FILES, TYPE_NAMES, TYPES_FILES } from '../packages/server/src/graphql/standard-schema.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The schema of an audience without these fields, `Type.field`. */
function without(audience: Audience, ...fields: readonly string[]): GraphQLSchema {
  const gone = new Set(fields);
  const document = visit(parse(readFileSync(join(root, SCHEMA_FILES[audience]), 'utf8')), {
    FieldDefinition: (field, _key, _parent, _path, ancestors) => {
      const type = ancestors.findLast((one) => 'kind' in one && one.kind === Kind.OBJECT_TYPE_DEFINITION);
      const name = `${(type as ObjectTypeDefinitionNode | undefined)?.name.value}.${field.name.value}`;
      return gone.delete(name) ? null : undefined;
    },
  });
  if (gone.size > 0) throw new Error(`The schema has no ${[...gone].join(', ')}.`);
  return buildASTSchema(document);
}

/** What the compiler says of the sources of what runs in a browser, beside types of other schemas. */
function compile(folder: string, schemas: Readonly<Record<Audience, GraphQLSchema>>): string {
  for (const audience of ['staff', 'shopper'] as const)
    writeFileSync(join(folder, TYPES_FILES[audience]), clientTypes(schemas[audience], TYPE_NAMES[audience]));
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], {
    cwd: folder,
    encoding: 'utf8',
  });
  return stdout;
}

describe('documents and the schema that they are written for', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'shopdesk-documents-'));
    for (const name of ['core', 'widget', 'admin']) {
      for (const part of ['src', 'package.json', 'node_modules'])
        cpSync(join(root, 'packages', name, part), join(folder, 'packages', name, part), {
          recursive: true,
          verbatimSymlinks: true,
        });
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const base = JSON.parse(readFileSync(join(root, 'tsconfig.base.json'), 'utf8')) as {
      readonly compilerOptions: Readonly<Record<string, unknown>>;
    };
    const settings = {
      compilerOptions: {
        ...base.compilerOptions,
        composite: false,
        declaration: false,
        noEmit: true,
        lib: ['es2024', 'dom', 'dom.iterable'],
      },
      // Where documents stand, and what they need.
      include: ['packages/core/src/client/operations', 'packages/*/src/features/**/data.ts'],
      exclude: ['**/*.test.ts'],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('a field that leaves the schema breaks the compile of whoever selects it, by its name', () => {
    const found = compile(folder, {
      staff: without('staff', 'Transfer.summary', 'CaseLine.title', 'LiveBoardAgents.silentInRow'),
      shopper: without('shopper', 'WidgetSettings.timeZone', 'ShopOrder.placedAt', 'Article.body'),
    });
    expect(found).toMatch(/core\/src\/client\/operations\/access\.ts.*WidgetSettings has no field timeZone/);
    expect(found).toMatch(/core\/src\/client\/operations\/customers\.ts.*ShopOrder has no field placedAt/);
    expect(found).toMatch(/widget\/src\/features\/knowledge\/data\.ts.*Article has no field body/);
    expect(found).toMatch(/admin\/src\/features\/conversations\/data\.ts.*Transfer has no field summary/);
    expect(found).toMatch(/admin\/src\/features\/aftersales\/data\.ts.*CaseLine has no field title/);
    expect(found).toMatch(/admin\/src\/features\/routing\/data\.ts.*LiveBoardAgents has no field silentInRow/);
    expect(found).not.toContain('-schema.ts');
  }, 180_000);
});
