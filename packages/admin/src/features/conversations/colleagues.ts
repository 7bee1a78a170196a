import type { Colleague } from '../../desk/directory.ts';
import type { Option } from '../../kit/combobox.ts';
import type { Language } from '../../kit/language.ts';
import { colleaguesWords } from './colleagues-words.ts';

const RANK: Partial<Record<Colleague['presence'], number>> = { ONLINE: 0, BUSY: 1 };

/** A state that says more than that somebody is not there. */
const SAID: Partial<Record<Colleague['presence'], keyof typeof colleaguesWords.en>> = {
  ONLINE: 'ONLINE',
  BUSY: 'BUSY',
};

/** Colleagues to pick from, those who are there first. */
export function colleagueOptions(colleagues: readonly Colleague[], language: Language): Option[] {
  const said = language.words(colleaguesWords);
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
