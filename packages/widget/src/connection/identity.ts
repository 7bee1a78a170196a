/** @module Loaded when a page identifies its customer; guests do without. */
export { endShopperSession, identifyShopper } from '@shopdesk/core/client';
