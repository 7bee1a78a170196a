/**
 * @module The scripts that a person may pick from, and which of them come first in a conversation.
 */
import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { instant, type RowOf } from '../../kernel/entity.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { LocalText, Role, Store, type Locale } from '../access/index.ts';
import { Conversation } from '../conversations/index.ts';
import { scene, scriptFields, ScriptHours, scriptScope, scriptState } from './entities.ts';
import { scriptFiller } from './expand.ts';
import { isUsable, libraryOf, type ShelvedScript } from './library.ts';
import { SCENES_OF } from './suggest.ts';

const LibraryScript = z.object({
  /** Null: a default script that the tenant has not touched. */
  id: z.string().nullable(),
  scriptCode: z.string(),
  scene,
  title: LocalText,
  body: LocalText,
  variables: z.array(z.string()),
  quickKey: z.string().nullable(),
  storeId: z.string().nullable(),
  ownerId: z.string().nullable(),
  roles: z.array(memberOf(Role)),
  validFrom: instant().nullable(),
  validTo: instant().nullable(),
  hours: ScriptHours.nullable(),
  customers: scriptFields.customers.unwrap(),
  scope: scriptScope,
  state: scriptState,
  /** Published, valid now, and for the store asked about. */
  usable: z.boolean(),
  /** Of a scene that belongs to what the conversation asked about is about. */
  fits: z.boolean(),
  usageCount: z.int(),
  lastUsedAt: instant().nullable(),
});

/**
 * What an agent who looks for words in a conversation wants first: the scenes of what the customer is about, the
 * nearest first, then what is used most. The bodies say what the desk knows already, in their own language.
 */
async function forConversation(
  ctx: ReadContext,
  conversation: RowOf<typeof Conversation>,
  scripts: readonly ShelvedScript[],
) {
  const scenes = (conversation.intent && SCENES_OF[conversation.intent]) ?? [];
  const place = ({ scene: of }: ShelvedScript) => (scenes.includes(of) ? scenes.indexOf(of) : scenes.length);
  const fill = scriptFiller(ctx, conversation);
  const said = async (script: ShelvedScript, language: Locale, body: string) =>
    body && (await fill({ script, locale: language })).text;
  const ordered = [...scripts].sort((a, b) => place(a) - place(b) || b.usageCount - a.usageCount);
  return Promise.all(
    ordered.map(async (script) => ({
      ...script,
      body: { en: await said(script, 'en', script.body.en), zh: await said(script, 'zh-CN', script.body.zh) },
      fits: scenes.includes(script.scene),
    })),
  );
}

/**
 * Scripts that the person may see, default ones included: by their codes, or, for a conversation, by what it is about
 * and by use (R-KB-09).
 */
export const scriptLibrary = defineView({
  title: { en: 'Script library', zh: '话术库' },
  allow: { staff: 'script.read' },
  input: z.object({
    storeId: z.string(),
    scene: scene.optional(),
    state: scriptState.optional(),
    /** The conversation that words are looked for in: it orders the scripts and fills what the desk knows. */
    conversationId: z.string().optional(),
  }),
  output: value('ScriptLibrary', z.object({ scripts: z.array(LibraryScript) })),
  run: async (ctx, { storeId, scene: wanted, state, conversationId }) => {
    await ctx.get(Store, storeId);
    const conversation = conversationId ? await ctx.get(Conversation, conversationId) : undefined;
    const scripts = (await libraryOf(ctx)).filter(
      (script) =>
        (!wanted || script.scene === wanted) &&
        (!state || script.state === state) &&
        (!script.storeId || script.storeId === storeId),
    );
    const found = conversation
      ? await forConversation(ctx, conversation, scripts)
      : scripts.map((script) => ({ ...script, fits: false }));
    return { scripts: found.map((script) => ({ ...script, usable: isUsable(script, storeId, ctx.now) })) };
  },
});
