/** @module The panel as a page of its own: one element, and the window title that follows it. */
import './shell/admin-element.ts';

interface Title {
  readonly title: string;
  readonly count: number;
}

addEventListener('desk-title', (event) => {
  const { title, count } = (event as CustomEvent<Title>).detail;
  document.title = `${count > 0 ? `(${count}) ` : ''}${title ? `${title} – ` : ''}Shopdesk`;
});
