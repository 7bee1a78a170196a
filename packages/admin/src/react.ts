/** @module Teaches React's JSX `<desk-admin>`: `import type {} from '@shopdesk/admin/react'`. Types only. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { DeskAdmin } from './shell/admin-element.ts';

type Settable = 'url' | 'locale' | 'token' | 'routing' | 'base' | 'theme' | 'getToken' | 'fetch' | 'features';

/** Attributes as strings; what is no string is a property, which React 19 sets. */
export type DeskAdminProps = DetailedHTMLProps<HTMLAttributes<DeskAdmin>, DeskAdmin> &
  Partial<Pick<DeskAdmin, Settable>>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'desk-admin': DeskAdminProps;
    }
  }
}
