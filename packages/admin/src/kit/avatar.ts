import { hueOf, initials } from '@shopdesk/widget/elements/face';
import { css, html, type TemplateResult } from 'lit';

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
