import type {} from '@shopdesk/admin/react';
import type {} from '@shopdesk/widget/react';

export const Desk = () => (
  <main>
    <desk-widget store="demo" src="https://desk.example" locale="zh-CN" position="start" />
    <desk-admin url="https://desk.example" routing="hash" className="panel" getToken={() => 'token'} />
  </main>
);

// @ts-expect-error the store must be named
export const Nameless = () => <desk-widget />;
