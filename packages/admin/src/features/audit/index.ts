/** @module The audit trail, as a page and beside a conversation. */
import { defineAdminFeature, panel } from '../../desk/feature.ts';
import { conversationSide } from '../../desk/slots.ts';

const title = { en: 'Audit trail', zh: '审计记录' };
const allow = 'audit.read';

export const audit = defineAdminFeature({
  name: 'audit',
  pages: [
    {
      path: 'audit',
      title,
      tag: 'desk-admin-audit',
      load: () => import('./audit-page.ts'),
      allow,
      nav: { order: 10, icon: 'scroll', area: 'system' },
    },
  ],
  panels: [
    panel(conversationSide, {
      tag: 'desk-admin-conversation-audit',
      load: () => import('./conversation-panel.ts'),
      title: { en: 'Changes', zh: '变更' },
      allow,
      order: 50,
    }),
  ],
  rows: { AuditEvent: '/records/AuditEvent' },
});
