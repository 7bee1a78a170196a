/**
 * @module The forms of the desk in every tenant: installed when it is founded, and brought up to date when a server
 * starts. A form that the shop has changed or retired is left as it is.
 */
import { z } from 'zod';
import { defineAction, value } from '../../kernel/action.ts';
import type { SystemActor } from '../../kernel/actor.ts';
import { whenChanged } from '../../kernel/changes.ts';
import type { ActionContext } from '../../kernel/context.ts';
import type { Desk } from '../../kernel/desk.ts';
import { Tenant } from '../access/index.ts';
import { SHIPPED_FORMS, type ShippedForm } from './content/index.ts';
import { Form, FormVersion } from './entities.ts';
import { publishVersion } from './form.ts';
import { idsOf } from './model/index.ts';
import { asJson, hashOf, publishedOf, type FormRow } from './versions.ts';

/** A form that the tenant has not yet, published. */
function addForm(ctx: ActionContext, { code, definition, subjects = [], confidential = false }: ShippedForm): FormRow {
  const hash = hashOf(ctx, definition);
  const [formId, publishedId] = [ctx.newId(), ctx.newId()];
  ctx.insert(FormVersion, {
    id: publishedId,
    formId,
    code,
    number: 1,
    title: { ...definition.title },
    definition: asJson(definition),
    hash,
    note: '',
    publishedById: null,
  });
  return ctx.insert(Form, {
    id: formId,
    code,
    title: { ...definition.title },
    state: 'IN_USE',
    publishedId,
    publishedNumber: 1,
    subjects: [...subjects],
    confidential,
    shipped: code,
    shippedHash: hash,
    used: { ...idsOf(definition) },
  });
}

/** Brings a form that nobody has changed to what the desk says today. */
async function renewForm(ctx: ActionContext, form: FormRow, { definition }: ShippedForm): Promise<boolean> {
  const hash = hashOf(ctx, definition);
  if (form.state !== 'IN_USE' || form.draft || form.shippedHash === hash) return false;
  const published = await publishedOf(ctx, form);
  if (published?.hash !== form.shippedHash) return false;
  const renewed = publishVersion(ctx, form, { definition, note: '', publishedById: null });
  ctx.update(Form, renewed, { shippedHash: hash });
  return true;
}

/** Installs what a tenant lacks of the desk's forms. */
export const installForms = defineAction({
  title: { en: 'Install the forms of the desk', zh: '安装默认表单' },
  allow: { system: true },
  input: z.object({}),
  output: value('InstalledForms', z.object({ count: z.int() })),
  run: async (ctx) => {
    const known = new Map((await ctx.all(Form)).map((form) => [form.code, form]));
    let count = 0;
    for (const shipped of SHIPPED_FORMS) {
      const form = known.get(shipped.code);
      if (!form) addForm(ctx, shipped);
      if (!form || (form.shipped && (await renewForm(ctx, form, shipped)))) count += 1;
    }
    return { count };
  },
});

/** A tenant has them from its first moment on. */
export const withTenant = whenChanged(
  ({ name }) => name === Tenant.name,
  (ctx, { before, row }) => {
    if (before || !row) return;
    const own = ctx.inTenant(row.id);
    for (const shipped of SHIPPED_FORMS) addForm(own, shipped);
  },
);

const MOST_TENANTS = 10_000;

/** Asks for every tenant whether something is to be installed; each server does so when it starts. */
export async function upgradeForms(desk: Desk): Promise<void> {
  const anybody: SystemActor = { kind: 'system', tenantId: '', name: 'forms' };
  const tenants = await desk.read(anybody).lookupAll(Tenant, {}, MOST_TENANTS);
  for (const { id: tenantId } of tenants) {
    const actor = { ...anybody, tenantId };
    const known = await desk.read(actor).all(Form, { where: { shipped: { ne: null } } });
    const hashes = new Map(known.map(({ code, shippedHash }) => [code, shippedHash]));
    const isOld = SHIPPED_FORMS.some(
      ({ code, definition }) => hashes.get(code) !== hashOf(desk.read(actor), definition),
    );
    if (isOld) await desk.perform(actor, 'installForms', {});
  }
}
