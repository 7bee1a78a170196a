/** @module The button as plain DOM: it is all that a page pays for until somebody wants to chat. */
import { inkOn } from './colour.ts';
import { launcherStyles } from './launcher-styles.ts';
import type { LauncherTexts } from './launcher-texts.ts';

const BUBBLE = 'M4 5h16v12h-8l-5 4v-4h-3z';
const CROSS = 'M6 6l12 12M18 6 6 18';
const SVG = 'http://www.w3.org/2000/svg';

function make<K extends keyof HTMLElementTagNameMap>(tag: K, className: string): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(tag), { className, part: className });
}

/** Styles without a style element, so a strict content security policy allows them; old browsers get the element. */
function addStyles(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(launcherStyles);
    root.adoptedStyleSheets = [sheet];
  } catch {
    root.append(Object.assign(document.createElement('style'), { textContent: launcherStyles }));
  }
}

export interface LauncherState {
  readonly open: boolean;
  readonly busy: boolean;
  readonly unread: number;
  readonly locale: string;
  readonly texts: LauncherTexts;
  readonly colour: string | undefined;
  readonly position: string | undefined;
  readonly dir: string | undefined;
}

export interface LauncherView {
  readonly root: ShadowRoot;
  readonly button: HTMLButtonElement;
  /** Shows its state and says it in words. */
  show(state: LauncherState): void;
  /** Asks or tells something above the button; without words it goes away. */
  note(text?: string, ...answers: (readonly [label: string, act: () => void])[]): void;
}

/** Draws the button into the host. */
export function drawLauncher(host: HTMLElement): LauncherView {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const corner = make('div', 'corner');
  const note = make('div', 'note');
  const button = make('button', 'launcher');
  const badge = make('span', 'badge');
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  addStyles(root);
  note.role = 'alert';
  note.hidden = true;
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.append(path);
  button.append(svg, badge);
  corner.append(note, button);
  root.append(corner);
  return {
    root,
    button,
    show: ({ open, busy, unread, locale, texts, colour, position, dir }) => {
      const count = unread > 99 ? '99+' : `${unread}`;
      path.setAttribute('d', open ? CROSS : BUBBLE);
      badge.hidden = unread < 1 || open;
      badge.textContent = count;
      button.ariaExpanded = `${open}`;
      button.ariaBusy = `${busy}`;
      button.ariaLabel = open ? texts.close : texts.open + (unread > 0 ? `, ${count}${texts.unread}` : '');
      host.toggleAttribute('open', open);
      corner.lang = locale;
      corner.classList.toggle('start', position === 'start');
      if (dir) corner.dir = dir;
      if (!colour) return;
      host.style.setProperty('--desk-look', colour);
      host.style.setProperty('--desk-on-look', inkOn(colour));
    },
    note: (text = '', ...answers) => {
      const hadFocus = note.contains(root.activeElement);
      const buttons = answers.map(([label, act]) =>
        Object.assign(document.createElement('button'), { textContent: label, onclick: act }),
      );
      note.replaceChildren(text, document.createElement('br'), ...buttons);
      note.hidden = !text;
      (buttons[0] ?? (hadFocus ? button : undefined))?.focus();
    },
  };
}
