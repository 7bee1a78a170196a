import { preferredLocale } from '../kit/language.ts';
import { LASTING } from './session.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const LOCALE_KEY = 'shopdesk.panel.locale';
const THEME_KEY = 'shopdesk.panel.theme';

/** The language the person chose here before, else the first of the browser's that the desk speaks. */
export const keptLocale = (offered?: readonly string[]): string =>
  LASTING.get(LOCALE_KEY) || preferredLocale(navigator.languages, offered);

export const keepLocale = (locale: string): void => LASTING.set(LOCALE_KEY, locale);

export function keptTheme(): Theme {
  const kept = LASTING.get(THEME_KEY);
  return THEMES.find((theme) => theme === kept) ?? 'system';
}

export const keepTheme = (theme: Theme): void => LASTING.set(THEME_KEY, theme);
