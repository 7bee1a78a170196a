import { defineCommand } from 'citty';
import { verifyAudit } from '../audit/verify.ts';
import { run, withRuntime, type CommandContext } from './command.ts';
import { PLACE_ARGS } from './environment.ts';

const verify = (tenant: string | undefined) =>
  async ({ flags, words, print }: CommandContext): Promise<void> =>
    withRuntime(flags, async ({ database }) => {
      const reports = database ? await verifyAudit(database, tenant) : [];
      if (reports.length === 0) print(words.auditEmpty);
      for (const { tenantId, sealed, unsealed, broken } of reports) {
        print(broken ? words.auditBroken(tenantId, broken.chainSeq, broken.id, broken.cause) : words.auditWhole(tenantId, sealed, unsealed));
        if (broken) process.exitCode = 1;
      }
    });

export const auditCommand = defineCommand({
  meta: { name: 'audit', description: 'The audit trail' },
  subCommands: {
    verify: defineCommand({
      meta: { name: 'verify', description: 'Follow the chain of hashes and name the first broken link' },
      args: { ...PLACE_ARGS, tenant: { type: 'string', description: 'Only this tenant' } },
      run: (context) => run(verify(context.args.tenant))(context),
    }),
  },
});
