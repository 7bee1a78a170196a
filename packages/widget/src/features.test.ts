import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { chatPage, identity } from '../test/chat-page.ts';
import { all, appears, button, composer, deep, inside, part, textOf, until } from '../test/page.ts';
import { describe, it } from '../test/suite.ts';
import { defineWidgetFeature } from './index.ts';
import { go } from './self-service/service.ts';

const tell =
  (name: string, detail = {}) =>
  (event: Event) =>
    event.target?.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));

/** As a shop would write it, with its code at hand instead of in a chunk. */
const warranty = defineWidgetFeature({
  name: 'warranty',
  home: [
    {
      name: 'sale',
      load: async () => ({ render: ({ texts }) => html`<p class="sale">sale ${texts.locale}</p>` }),
    },
    { name: 'nothing', when: () => false, load: () => Promise.reject(new Error('never asked for')) },
  ],
  notices: [
    {
      name: 'recall',
      home: true,
      when: ({ attention: { putAway, draft } }) => putAway !== 'recall' && draft.includes('kettle'),
      load: async () => ({
        render: ({ texts, attention: { draft } }) =>
          html`<section class="recall" @click=${tell('desk-put-away', { name: 'recall' })}>recall ${texts.locale} ${draft}</section>`,
      }),
    },
  ],
  tools: [
    {
      name: 'serial',
      label: { en: 'Send a serial number', zh: '发送序列号' },
      icon: () => html`<svg viewBox="0 0 24 24"></svg>`,
      load: async () => ({
        render: ({ connection }) =>
          html`<button class="serial" @click=${(event: Event) => (connection.send({ text: 'SN-1' }), event.target?.dispatchEvent(new CustomEvent('desk-settled', { bubbles: true, composed: true })))}>SN-1</button>`,
      }),
    },
    {
      name: 'never',
      label: { en: 'Never', zh: '从不' },
      icon: () => html``,
      when: () => false,
      load: async () => ({ render: () => html`` }),
    },
  ],
  pages: [
    {
      name: 'warranty',
      entry: { en: 'Warranty', zh: '保修' },
      load: async () => ({
        render: (service) =>
          html`<h3 tabindex="-1">${service.say({ en: 'Your warranty', zh: '您的保修' })}</h3><button @click=${(event: Event) => go(event.target as EventTarget, { name: 'claimed', id: 'c1', about: 'kettle' })}>Claim</button>`,
      }),
    },
    {
      name: 'claimed',
      ends: ['warranty'],
      load: async () => ({ render: (_service, { id, about }) => html`<p class="claimed">${id} ${about}</p>` }),
    },
    {
      name: 'recalls',
      guests: true,
      home: { en: 'Recalls', zh: '召回' },
      load: async () => ({
        render: (service) =>
          html`<h3 tabindex="-1">${service.say({ en: 'Recalls', zh: '召回' })}</h3><p class="recalls">recalls</p>`,
      }),
    },
    { name: 'lost', load: () => Promise.reject(new Error('no network')) },
  ],
});

describe('a feature that a shop gives the widget', () => {
  const page = chatPage();
  const open = async (locale: string) => {
    page.handle = page.desk.mount({ features: [warranty], locale });
    await page.handle.identify(identity('lily', 'Lily'));
    await page.handle.open();
    await until(() => deep('desk-composer'));
  };

  it('shows its notice while it has something to say, until it is put away', async () => {
    await open('en');
    composer().insert('my kettle');
    await until(() => textOf(deep('.recall')) === 'recall en my kettle');
    part('.recall').click();
    await until(() => !deep('.recall'));
  });

  it('stands on the first view, and is led to by a button there', async () => {
    await open('zh-CN');
    await until(() => textOf(deep('.sale')) === 'sale zh-CN', 'its part is there');
    const ways = () => inside<HTMLButtonElement>('desk-home', '.ways button');
    await until(() => ways().some((one) => textOf(one) === '召回'));
    expect(ways().map(textOf)).to.include('常见问题');
    ways()
      .find((one) => textOf(one) === '召回')
      ?.click();
    await until(() => textOf(deep('.recalls')) === 'recalls');
    await until(() => textOf(deep('header h2')) === '召回', 'the head takes the title of the page');
    button('返回').click();
    await until(() => deep('.sale'), 'the first view is back');
  });

  it('has a tool beside the composer, where the tool wants to be seen', async () => {
    await open('en');
    await until(
      () => all('desk-composer').length > 0 && inside('desk-composer', '[aria-label="Send a serial number"]')[0],
    );
    expect(inside('desk-composer', '[aria-label="Never"]')).to.have.length(0);
    button('Send a serial number').click();
    await until(() => deep('.serial'));
    part('.serial').click();
    await until(() => textOf(deep('desk-timeline')).includes('SN-1'));
    await until(() => !deep('.serial'));
  });

  it('has pages in self-service: one on the first page, one behind it, and one whose failure costs only itself', async () => {
    await open('en');
    await page.handle?.openOrder('1');
    await until(() => deep('desk-self-service'));
    const service = part('desk-self-service');
    const press = async (name: string) => {
      const find = () =>
        all<HTMLButtonElement>('button').find(
          (one) => (one.ariaLabel ?? textOf(one)) === name && one.getClientRects().length > 0,
        );
      await until(find);
      find()?.click();
    };
    await press('Back');
    await press('Warranty');
    await press('Claim');
    await until(() => textOf(deep('.claimed')) === 'c1 kettle');
    await press('Back');
    await until(() => deep('desk-my-orders'));
    go(service.shadowRoot?.querySelector('.page') as Element, { name: 'lost' });
    await until(() => textOf(service).includes('no connection'));
    await press('Back');
    await appears('desk-my-orders');
  });
});
