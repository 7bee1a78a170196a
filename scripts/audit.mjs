// Looks for known weaknesses in what is installed with a desk. Where the registry has no answer (no network, a mirror
// without advisories) it says so and does not fail. An accepted advisory stands in audit-allow.json with a reason and
// an end date; after that date, or for an advisory that is not listed, the check fails.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What is to be said and whether it is well, by the registry's answer and the list of accepted advisories. */
export function judge(text, allowed, today) {
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    return { ok: true, lines: ['Known weaknesses were NOT looked for: the registry gave no answer.'] };
  }
  if (answer.error || !answer.advisories)
    return {
      ok: true,
      lines: [`Known weaknesses were NOT looked for: ${answer.error?.message ?? 'the registry knows no advisories'}.`],
    };
  const lines = [];
  let ok = true;
  for (const advisory of Object.values(answer.advisories)) {
    const id = advisory.github_advisory_id ?? String(advisory.id);
    const entry = allowed.find((one) => one.id === id);
    const accepted = entry?.reason && entry.until >= today;
    ok &&= Boolean(accepted);
    lines.push(
      `${accepted ? 'accepted' : entry ? 'no longer accepted' : 'known weakness'}: ${id} ${advisory.module_name} (${advisory.severity}) ${advisory.title}${entry ? `; ${entry.reason}, until ${entry.until}` : ''}`,
    );
  }
  return { ok, lines: lines.length > 0 ? lines : ['No known weaknesses.'] };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { stdout } = spawnSync('pnpm', ['audit', '--prod', '--json'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
    shell: process.platform === 'win32',
  });
  const allowed = JSON.parse(readFileSync(join(root, 'scripts', 'audit-allow.json'), 'utf8'));
  const { ok, lines } = judge(stdout ?? '', allowed, new Date().toISOString().slice(0, 10));
  for (const line of lines) console.log(line);
  process.exit(ok ? 0 : 1);
}
