/** @module Teaches React's JSX `<desk-widget>`: `import type {} from '@shopdesk/widget/react'`. Types only. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { DeskWidgetAttributes } from './page-types.ts';

export type DeskWidgetProps = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & DeskWidgetAttributes;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'desk-widget': DeskWidgetProps;
    }
  }
}
