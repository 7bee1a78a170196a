/**
 * @module What a person wants to hear and to be shown, on this browser: loudness and leave belong to the machine. Another
 * person at the same browser has choices of their own.
 */
export type AlertKind = 'conversation' | 'message';

export interface AlertChoices {
  readonly conversation: boolean;
  readonly message: boolean;
  /** From 0 to 1. */
  readonly volume: number;
  /** Desktop notices, while the panel is not to be seen. */
  readonly notices: boolean;
}

const DEFAULT: AlertChoices = { conversation: true, message: true, volume: 0.5, notices: false };

const keyOf = (userId: string): string => `shopdesk.panel.alerts:${userId}`;

/** What was kept; what cannot be read, or is none of the choices, is as at first. */
export function keptAlerts(userId: string): AlertChoices {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(userId)) ?? '{}') as Partial<
      Record<keyof AlertChoices, unknown>
    >;
    const flag = (name: 'conversation' | 'message' | 'notices') =>
      typeof kept[name] === 'boolean' ? kept[name] : DEFAULT[name];
    const volume =
      typeof kept.volume === 'number' && kept.volume >= 0 && kept.volume <= 1 ? kept.volume : DEFAULT.volume;
    return { conversation: flag('conversation'), message: flag('message'), notices: flag('notices'), volume };
  } catch {
    return DEFAULT;
  }
}

/** Where nothing may be kept, the choice holds until the page is left: the sounds are as at first then. */
export function keepAlerts(userId: string, choices: AlertChoices): void {
  try {
    localStorage.setItem(keyOf(userId), JSON.stringify(choices));
  } catch {
    // A browser that keeps nothing is no reason to fail.
  }
}
