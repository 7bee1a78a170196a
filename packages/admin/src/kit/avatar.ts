import { css, html, type TemplateResult } from 'lit';

const HUES = 8;

/** The same name gets the same colour everywhere. */
function hueOf(name: string): number {
  let hash = 7;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return hash % HUES;
}

/** One Han character, or the initials of the first and the last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = [...(words[0] ?? '?')];
  if (/\p{Script=Han}/u.test(words[0] ?? '')) return first.at(-1) ?? '?';
  const last = words.length > 1 ? [...(words.at(-1) ?? '')][0] : '';
  return `${first[0]}${last ?? ''}`.toUpperCase();
}

/**
 * A decorative round mark of a person; the name stands beside it. Initials that were text would be part of what a
 * button is called.
 */
export const avatar = (name: string): TemplateResult =>
  html`<span class="avatar hue-${hueOf(name)}" aria-hidden="true" data-initials=${initials(name)}></span>`;

const hue = (index: number, degrees: number) => css`
  .hue-${index} {
    --hue: ${degrees};
  }
`;

export const avatars = [
  css`
    .avatar {
      display: inline-grid;
      place-items: center;
      inline-size: 2rem;
      block-size: 2rem;
      flex: none;
      border-radius: 50%;
      background: light-dark(hsl(var(--hue) 45% 90%), hsl(var(--hue) 30% 24%));
      color: light-dark(hsl(var(--hue) 60% 24%), hsl(var(--hue) 50% 82%));
      font-size: var(--small);
      font-weight: 650;
    }
    .avatar::before {
      content: attr(data-initials);
    }
    .avatar.small {
      inline-size: 1.5rem;
      block-size: 1.5rem;
      font-size: 0.6875rem;
    }
  `,
  ...[205, 168, 28, 262, 342, 96, 190, 48].map((degrees, index) => hue(index, degrees)),
];
