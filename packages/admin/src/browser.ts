/**
 * @module The panel as a page of its own: one element, and the window title that follows it. Where the page and the
 * desk are, it knows by its own address, so that the desk may be mounted below any prefix.
 */
import { DeskAdmin } from './shell/admin-element.ts';

/**
 * This script is in a folder of the page's own folder, and that is in the desk's. It has a name of its own because Vite
 * takes “new URL('..', import.meta.url)” for the address of a file, and puts the package's built entry there.
 */
const script = import.meta.url;
const page = new URL('..', script).pathname;
const panel = new DeskAdmin();
panel.routing = 'history';
panel.base = page;
panel.url = new URL('../..', script).pathname.replace(/\/$/, '');
document.body.prepend(panel);

interface Title {
  readonly title: string;
  readonly count: number;
}

addEventListener('desk-title', (event) => {
  const { title, count } = (event as CustomEvent<Title>).detail;
  document.title = `${count > 0 ? `(${count}) ` : ''}${title ? `${title} – ` : ''}Shopdesk`;
});
