import { defineAdminFeature, DeskAdmin } from '@shopdesk/admin';
import { mountDesk, type DeskHandle } from '@shopdesk/widget';
import { formatBytes } from '@shopdesk/widget/elements';

export const handle: DeskHandle | null = mountDesk({ store: 'demo', url: 'https://desk.example' });
export const warranty = defineAdminFeature({
  name: 'warranty',
  pages: [
    { path: 'warranty', title: { en: 'Warranty', zh: '保修' }, tag: 'acme-warranty', load: async () => undefined },
  ],
});

export function useThePage(): void {
  const panel: DeskAdmin | null = document.querySelector('desk-admin');
  if (panel) panel.features = [warranty];
  const widget: HTMLElement | null = document.querySelector('desk-widget');
  widget?.setAttribute('store', 'demo');
  window.Shopdesk?.('open');
  window.Shopdesk?.('update', { product: { id: '42', title: formatBytes(42, 'en') } });
  window.Shopdesk?.('on', 'unread', ({ count }) => void (document.title = String(count)));
  window.Shopdesk?.setLocale?.('zh-CN');
  // @ts-expect-error there is no such command
  window.Shopdesk?.('explode');
}
