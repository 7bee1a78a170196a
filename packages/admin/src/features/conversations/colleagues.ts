import type { Colleague } from '../../desk/directory.ts';
import type { Option } from '../../kit/combobox.ts';
import type { Language, Texts } from '../../kit/language.ts';

const en = { ONLINE: 'online', BUSY: 'busy', away: 'not there' };
const zh: typeof en = { ONLINE: '在线', BUSY: '忙碌', away: '不在线' };
const words: Texts<typeof en> = { en, zh };

const RANK: Partial<Record<Colleague['presence'], number>> = { ONLINE: 0, BUSY: 1 };

/** A state that says more than that somebody is not there. */
const SAID: Partial<Record<Colleague['presence'], keyof typeof en>> = { ONLINE: 'ONLINE', BUSY: 'BUSY' };

/** Colleagues to pick from, those who are there first. */
export function colleagueOptions(colleagues: readonly Colleague[], language: Language): Option[] {
  const said = language.words(words);
  return colleagues
    .toSorted(
      (a, b) => (RANK[a.presence] ?? 2) - (RANK[b.presence] ?? 2) || a.name.localeCompare(b.name, language.locale),
    )
    .map(({ id, name, agentNo, presence }) => ({
      value: id,
      label: `${name} (${agentNo})`,
      hint: said[SAID[presence] ?? 'away'],
    }));
}
