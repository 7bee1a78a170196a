import { expect } from '@open-wc/testing';
import { afterEach, describe, it } from '../testing/page.ts';
import './menu.ts';

describe('a menu', () => {
  afterEach(() => document.querySelector('desk-admin-menu')?.remove());

  it('is seen only where it stays, so that no press falls beside an item', async () => {
    const menu = document.createElement('desk-admin-menu');
    menu.style.setProperty('margin-inline-start', '20rem');
    menu.label = 'Presence';
    menu.items = [{ id: 'on', label: 'Online' }];
    document.body.append(menu);
    await menu.updateComplete;
    const popup = menu.renderRoot.querySelector<HTMLElement>('[popover]') as HTMLElement;
    const seen: number[] = [];
    const look = () => {
      if (popup.checkVisibility({ visibilityProperty: true })) seen.push(popup.getBoundingClientRect().left);
    };
    const opened = new Promise((resolve) => popup.addEventListener('toggle', resolve, { once: true }));
    menu.renderRoot.querySelector('button')?.click();
    expect(popup.matches(':popover-open')).to.equal(true);
    look();
    await opened;
    look();
    await new Promise(requestAnimationFrame);
    look();
    expect(seen.length).to.be.greaterThan(0);
    expect([...new Set(seen)]).to.have.length(1);
    expect(menu.shadowRoot?.activeElement?.textContent?.trim()).to.equal('Online');
  });
});
