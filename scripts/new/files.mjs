// What `pnpm new feature` writes. Kept as small as a feature can be that has every part.

/** What the list of an entity is called in the API. */
const manyOf = (one) =>
  /[^aeiou]y$/.test(one) ? `${one.slice(0, -1)}ies` : `${one}${/(?:s|x|ch|sh)$/.test(one) ? 'es' : 's'}`;

export const coreFiles = ({ folder, pascal, camel, en, zh }) => ({
  'machine.ts': `import { codes } from '../../kernel/codes.ts';
import { defineMachine } from '../../kernel/machine.ts';

/** What people read of its states. */
export const ${camel}State = codes('${pascal}State', {
  OPEN: { en: 'Open', zh: '待处理' },
  SETTLED: { en: 'Settled', zh: '已处理' },
});

export const ${camel}Machine = defineMachine({
  field: 'state',
  states: ${camel}State.options,
  events: {
    open: { NEW: 'OPEN' },
    settle: { OPEN: 'SETTLED' },
  },
});
`,
  'entities.ts': `import { z } from 'zod';
import { defineEntity, instant, ref } from '../../kernel/entity.ts';
import { staffOfStore } from '../customers/index.ts';
import { ${camel}Machine, ${camel}State } from './machine.ts';

export const ${pascal} = defineEntity({
  name: '${pascal}',
  title: { en: '${en}', zh: '${zh}' },
  schema: z.object({
    storeId: ref('Store'),
    subject: z.string().min(1).max(200),
    state: ${camel}State,
    /** How it was settled; null while it is open. */
    result: z.string().max(1000).nullable(),
    openedAt: instant(),
  }),
  machine: ${camel}Machine,
  index: [['storeId', 'state', '-openedAt']],
  audited: ['subject', 'state', 'result'],
  visible: (actor) => staffOfStore(actor, '${camel}.read'),
  list: { filters: ['storeId', 'state'], orders: [[['openedAt', 'desc']]] },
  live: (row) => [\`store:\${row.storeId}\`],
});
`,
  'actions.ts': `import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { ref } from '../../kernel/entity.ts';
import { ${pascal} } from './entities.ts';

export const open${pascal} = defineAction({
  title: { en: 'Open: ${en.toLowerCase()}', zh: '新建${zh}' },
  allow: { staff: '${camel}.handle' },
  input: z.object({ storeId: ref('Store'), subject: z.string().trim().min(1).max(200) }),
  output: one(${pascal}),
  run: (ctx, { storeId, subject }) =>
    ctx.insert(${pascal}, { storeId, subject, state: 'OPEN', result: null, openedAt: ctx.now }),
});

export const settle${pascal} = defineAction({
  title: { en: 'Settle: ${en.toLowerCase()}', zh: '处理${zh}' },
  allow: { staff: '${camel}.handle' },
  on: ${pascal},
  event: 'settle',
  input: z.object({ result: z.string().trim().min(1).max(1000) }),
  output: one(${pascal}),
  run: (ctx, row, { result }) => ctx.fire(${pascal}, row, 'settle', { result }),
});
`,
  'words.ts': `/** @module What its fields are called. */
import type { WordList } from '../../kernel/words.ts';

export const ${camel}Words: WordList = {
  openedAt: { en: 'Opened', zh: '创建时间' },
  result: { en: 'Result', zh: '处理结果', note: 'Null while it is open.' },
  subject: { en: 'Subject', zh: '主题' },
};
`,
  'index.ts': `/** @module ${en}: say here in a sentence what it is for. */
import { defineFeature } from '../../kernel/feature.ts';
import { access } from '../access/index.ts';
import { customers } from '../customers/index.ts';
import { open${pascal}, settle${pascal} } from './actions.ts';
import { ${pascal} } from './entities.ts';
import { ${camel}Words } from './words.ts';

export const ${camel} = defineFeature({
  name: '${camel}',
  requires: [access, customers],
  words: ${camel}Words,
  entities: [${pascal}],
  actions: { open${pascal}, settle${pascal} },
  permissions: {
    '${camel}.read': { roles: ['PA', 'AA', 'SV', 'MG'], en: 'See: ${en.toLowerCase()}', zh: '查看${zh}' },
    '${camel}.handle': { roles: ['AA', 'SV', 'MG'], en: 'Handle: ${en.toLowerCase()}', zh: '处理${zh}' },
  },
});

export { ${pascal} } from './entities.ts';
`,
  'testing/scenes.ts': `import type { Scenes } from '../../testing/scene.ts';

/** How its actions are called, where their schemas alone do not say it. */
export const ${camel}Scenes: Scenes = {
  calls: {
    open${pascal}: ({ staff, storeId }) => ({ actor: staff.SV, input: { storeId, subject: 'A parcel is late.' } }),
  },
};
`,
  'testing/door.ts': `import { front, hiddenRow, leads, type Door } from '../../testing/door.ts';

/** Who gets past the door of its fields: nobody, a stranger, the warehouse and an administrator. */
export const ${camel}Door: Door = {
  mutations: { open${pascal}: leads, settle${pascal}: leads },
  queries: { ${camel}: hiddenRow, ${manyOf(camel)}: front },
};
`,
  [`${folder}.test.ts`]: `import { describe, expect, test } from 'vitest';
import { DeniedError } from '../../kernel/denial.ts';
import { createTestDesk } from '../../testing/index.ts';

async function opened() {
  const made = await createTestDesk();
  const agent = await made.staff('AA1', ['AA']);
  const row = await made.desk.as(agent).${camel}.open${pascal}({ storeId: made.store.id, subject: 'A parcel is late.' });
  return { ...made, agent, row };
}

describe('${en.toLowerCase()}', () => {
  test('is opened and settled once', async () => {
    const { desk, agent, row } = await opened();
    expect(row).toMatchObject({ state: 'OPEN', result: null });
    const settled = await desk.as(agent).${camel}.settle${pascal}({ id: row.id, result: 'It has arrived.' });
    expect(settled).toMatchObject({ state: 'SETTLED', result: 'It has arrived.' });
    const again = desk.as(agent).${camel}.settle${pascal}({ id: row.id, result: 'Twice.' });
    await expect(again).rejects.toMatchObject({ denial: { code: 'INVALID_TRANSITION' } });
  });

  test('is settled by nobody who may not', async () => {
    const { desk, staff, row } = await opened();
    const settling = desk.as(await staff('WH1', ['WH'])).${camel}.settle${pascal}({ id: row.id, result: 'No.' });
    await expect(settling).rejects.toThrow(DeniedError);
  });
});
`,
});

export const serverFiles = ({ pascal, camel, folder, en }) => ({
  'index.ts': `/** @module ${en}: what it does in the server. */
import { ${camel} as core } from '@shopdesk/core';
import { defineServerFeature } from '../../feature.ts';
import { receive${pascal} } from './receive.ts';

export const ${camel} = defineServerFeature({
  name: '${camel}',
  requires: [core],
  routes: [{ method: 'POST', path: '/${folder}/:storeKey', handle: receive${pascal} }],
});
`,
  'receive.ts': `import { DeniedError, deny, Store } from '@shopdesk/core';
import { z } from 'zod';
import type { RouteHandler } from '../../feature.ts';
import { json } from '../../http/json-response.ts';

const Told = z.object({ subject: z.string().min(1).max(200) });

/** Somebody with a token of the desk tells of one; for machines see \`distrust\` and \`features/shop-events\`. */
export const receive${pascal}: RouteHandler = async ({ desk }, visit) => {
  const viewer = await visit.viewer();
  const told = Told.safeParse(await visit.json());
  if (!told.success) throw new DeniedError(deny('VALIDATION_FAILED'));
  const store = await desk
    .read({ kind: 'system', tenantId: viewer.actor.tenantId, name: '${folder}' })
    .first(Store, { key: visit.params['storeKey'] ?? '' });
  if (!store) throw new DeniedError(deny('NOT_FOUND'));
  const row = (await viewer.perform('open${pascal}', { storeId: store.id, ...told.data }, {})) as { readonly id: string };
  return json(201, { id: row.id });
};
`,
});

export const widgetFiles = ({ camel, folder, pascal, en, zh }) => ({
  'manifest.ts': `import { defineWidgetFeature } from '../../feature.ts';

export const ${camel} = defineWidgetFeature({
  name: '${camel}',
  pages: [{ name: '${camel}', entry: { en: '${en}', zh: '${zh}' }, load: () => import('./desk-${folder}.ts') }],
});
`,
  'words.ts': `/** What a customer reads on its page, which comes with it. */
const en = { title: '${en}', text: 'Say here what the customer can do.' };

const zh: typeof en = { title: '${zh}', text: '请在此说明客户可以做什么。' };

export const ${camel}Words = (locale: string): typeof en => (locale === 'en' ? en : zh);
`,
  [`desk-${folder}.ts`]: `import { html, LitElement } from 'lit';
import { base } from '../../elements/base-styles.ts';
import { define } from '../../elements/define.ts';
import type { RenderPage } from '../../feature.ts';
import { pageStyles } from '../../self-service/page-styles.ts';
import type { Service } from '../../self-service/service.ts';
import { ${camel}Words } from './words.ts';

/** @summary ${en}, as a customer sees it. */
export class Desk${pascal} extends LitElement {
  static override properties = { service: { attribute: false } };
  static override styles = [base, pageStyles];
  declare service: Service;

  override render() {
    const words = ${camel}Words(this.service.locale);
    return html\`<h3 tabindex="-1">\${words.title}</h3><p>\${words.text}</p>\`;
  }
}

/** How self-service shows it. */
export const render: RenderPage = (service) => html\`<desk-${folder} .service=\${service}></desk-${folder}>\`;

define('desk-${folder}', Desk${pascal});
`,
});
