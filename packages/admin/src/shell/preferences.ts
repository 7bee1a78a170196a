import { LOCALES, preferredLocale, type Locale } from '../kit/language.ts';
import { LASTING } from './session.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const LOCALE_KEY = 'shopdesk.panel.locale';
const THEME_KEY = 'shopdesk.panel.theme';

/** The language the person chose here before, else the browser's. */
export function keptLocale(): Locale {
  const kept = LASTING.get(LOCALE_KEY);
  return LOCALES.find((locale) => locale === kept) ?? preferredLocale(navigator.languages);
}

export const keepLocale = (locale: Locale): void => LASTING.set(LOCALE_KEY, locale);

export function keptTheme(): Theme {
  const kept = LASTING.get(THEME_KEY);
  return THEMES.find((theme) => theme === kept) ?? 'system';
}

export const keepTheme = (theme: Theme): void => LASTING.set(THEME_KEY, theme);
