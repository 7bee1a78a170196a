/**
 * @module The small menus of the shell: language, appearance, status, and the person's own.
 */
import { html, type TemplateResult } from 'lit';
import type { Colleague } from '../desk/directory.ts';
import { avatar } from '../kit/avatar.ts';
import { icon } from '../kit/icon.ts';
import type { Language } from '../kit/language.ts';
import '../kit/menu.ts';
import type { MenuItem } from '../kit/menu.ts';
import { THEMES, type Theme } from './preferences.ts';
import { shellWords } from './words.ts';

const ask = (from: HTMLElement, type: string, detail: string): void => {
  from.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
};

const languageItems = (language: Language, kind: string): MenuItem[] =>
  Object.entries(language.offered).map(([locale, label]) => ({
    id: kind + locale,
    label,
    checked: locale === language.locale,
  }));

export function languageMenu(language: Language, from: HTMLElement): TemplateResult {
  const words = language.words(shellWords);
  const items = languageItems(language, '');
  const label = language.offered[language.locale];
  return html`<desk-admin-menu
    .items=${items}
    label="${words.language}: ${label}"
    kind="button plain"
    @desk-pick=${(event: CustomEvent<string>) => ask(from, 'desk-set-locale', event.detail)}
    >${icon('globe')}<span>${label}</span></desk-admin-menu
  >`;
}

export function accountMenu(options: {
  language: Language;
  name: string;
  theme: Theme;
  hosted: boolean;
  /** Whether customers are theirs to serve. */
  serves: boolean;
  from: HTMLElement;
}): TemplateResult {
  const { language, name, theme, hosted, serves, from } = options;
  const words = language.words(shellWords);
  const items: MenuItem[] = [
    ...languageItems(language, 'locale:'),
    ...THEMES.map((id): MenuItem => ({
      id: `theme:${id}`,
      label: `${words.theme}${language.key === 'zh' ? '：' : ': '}${words.themes[id]}`,
      checked: id === theme,
    })),
    { id: 'overlay:shortcuts', label: words.shortcuts, icon: 'keyboard' },
    ...(serves ? [{ id: 'overlay:ownAlerts', label: words.ownAlerts, icon: 'bell' } satisfies MenuItem] : []),
    ...(hosted
      ? []
      : ([
          { id: 'overlay:ownProfile', label: words.ownProfile, icon: 'person' },
          { id: 'overlay:ownPassword', label: words.changePassword, icon: 'lock' },
          { id: 'overlay:ownSessions', label: words.ownSessions, icon: 'badge' },
        ] satisfies MenuItem[])),
    { id: 'out:', label: words.signOut, icon: 'out' },
  ];
  const pick = ({ detail }: CustomEvent<string>) => {
    const [kind = '', value = ''] = detail.split(':');
    const type = {
      locale: 'desk-set-locale',
      theme: 'desk-set-theme',
      overlay: 'desk-overlay',
      out: 'desk-sign-out',
    }[kind];
    if (type) ask(from, type, value);
  };
  return html`<desk-admin-menu .items=${items} label=${words.account(name)}
    @desk-pick=${pick}>${avatar(name)}</desk-admin-menu>`;
}

/** Statuses that a person sets himself; the desk sets the others. */
const OWN_PRESENCES = ['ONLINE', 'BUSY', 'AWAY', 'BREAK', 'TRAINING', 'OFFLINE'] as const;

export function presenceMenu(
  language: Language,
  presence: Colleague['presence'],
  pick: (presence: Colleague['presence']) => void,
): TemplateResult {
  const words = language.words(shellWords);
  const items = OWN_PRESENCES.map((id): MenuItem => ({
    id,
    label: language.code('Presence', id),
    checked: id === presence,
  }));
  return html`<desk-admin-menu
    .items=${items}
    kind="button plain presence-button"
    label=${words.presenceOf(language.code('Presence', presence))}
    @desk-pick=${(event: CustomEvent<Colleague['presence']>) => pick(event.detail)}
    ><span class="presence" data-presence=${presence}></span><span class="presence-name">${language.code('Presence', presence)}</span></desk-admin-menu
  >`;
}
