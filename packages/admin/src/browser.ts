/**
 * @module The panel as a page of its own: one element, and the window title that follows it. Where the page and the desk
 * are, it knows by its own address, so that the desk may be mounted below any prefix.
 */
import { DeskAdmin } from './shell/admin-element.ts';

/** This script is in a folder of the page's own folder, and that is in the desk's. */
const page = new URL('..', import.meta.url).pathname;
const panel = new DeskAdmin();
panel.routing = 'history';
panel.base = page;
panel.url = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');
document.body.prepend(panel);

interface Title {
  readonly title: string;
  readonly count: number;
}

addEventListener('desk-title', (event) => {
  const { title, count } = (event as CustomEvent<Title>).detail;
  document.title = `${count > 0 ? `(${count}) ` : ''}${title ? `${title} – ` : ''}Shopdesk`;
});
