import { ConfigError } from '@shopdesk/core';
import { defineCommand } from 'citty';
import { ForgedHeadsError, type Heads, type KeptHeads } from '../audit/kept-heads.ts';
import { unguarded } from '../audit/protect.ts';
import { headsIn } from '../audit/seal.ts';
import { verifyAudit, type AuditReport } from '../audit/verify.ts';
import type { Runtime } from '../runtime.ts';
import { run, withRuntime, type CommandContext } from './command.ts';
import { PLACE_ARGS } from './environment.ts';
import type { Words } from './words.ts';

interface Trail {
  readonly reports: readonly AuditReport[];
  /** What is wrong with the trail or its guards, one sentence each. */
  readonly problems: readonly string[];
  /** Nothing was kept outside the database yet. */
  readonly nothingKept: boolean;
}

/** Looks at the audit trail, at what was kept of it outside the database, and at its guards. */
export async function inspectTrail(
  { database, auditHeads }: Pick<Runtime, 'database' | 'auditHeads'>,
  words: Words,
  tenant?: string,
): Promise<Trail> {
  if (!database) return { reports: [], problems: [], nothingKept: false };
  const { kept, forged } = await keptOrForged(auditHeads);
  const reports = await verifyAudit(database, tenant, kept);
  const lacking = reports.length > 0 ? await unguarded(database) : [];
  const broken = reports.flatMap(({ tenantId, broken: link }) =>
    link ? [words.auditBroken(tenantId, link.chainSeq, link.id, link.cause)] : [],
  );
  const problems = [
    ...broken,
    ...(forged ? [words.auditForged(auditHeads.file)] : []),
    ...(lacking.length > 0 ? [words.auditUnguarded(lacking.join(', '))] : []),
  ];
  return { reports, problems, nothingKept: kept === undefined && !forged };
}

async function keptOrForged(
  auditHeads: KeptHeads,
): Promise<{ readonly kept: Heads | undefined; readonly forged: boolean }> {
  try {
    return { kept: await auditHeads.read(), forged: false };
  } catch (error) {
    if (error instanceof ForgedHeadsError) return { kept: undefined, forged: true };
    throw error;
  }
}

const verify =
  (tenant: string | undefined, accept: boolean) =>
  async ({ flags, words, print }: CommandContext): Promise<void> => {
    if (accept && tenant !== undefined) throw new ConfigError([words.acceptsAll]);
    await withRuntime(
      flags,
      async (runtime) => {
        const { database, auditHeads } = runtime;
        if (database && accept) await auditHeads.replace(await headsIn(database));
        const { reports, problems, nothingKept } = await inspectTrail(runtime, words, tenant);
        if (reports.length === 0) print(words.auditEmpty);
        for (const { tenantId, sealed, unsealed, broken } of reports)
          if (!broken) print(words.auditWhole(tenantId, sealed, unsealed));
        for (const problem of problems) print(problem);
        if (nothingKept && reports.length > 0) print(words.auditNothingKept(auditHeads.file));
        if (problems.length > 0) process.exitCode = 1;
      },
      // Opening a database for work would switch its guards on again before anybody has looked at them.
      { migrate: false },
    );
  };

export const auditCommand = defineCommand({
  meta: { name: 'audit', description: 'The audit trail' },
  subCommands: {
    verify: defineCommand({
      meta: { name: 'verify', description: 'Follow the chain of hashes and name the first broken link' },
      args: {
        ...PLACE_ARGS,
        tenant: { type: 'string', description: 'Only this tenant' },
        accept: { type: 'boolean', description: 'Keep the ends of the chains as they are now, after one has looked' },
      },
      run: (context) => run(verify(context.args.tenant, context.args.accept === true))(context),
    }),
  },
});
