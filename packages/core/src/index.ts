export * from './kernel/index.ts';
export * from './kernel/amount.ts';
export * from './kernel/currency.ts';
export * from './kernel/money.ts';
export {
  findLinks,
  missingAddressParts,
  needsAddressPart,
  isTrackingNumber,
  pastedCode,
  pastedText,
  trackingNumber,
  type AddressPart,
  type FoundLink,
} from './text/index.ts';
export * from './ports/index.ts';
export * from './ports/call-fault.ts';
export * from './ports/shop-adapter.ts';
export * from './ports/shop.ts';
export { standardFeatures } from './features/index.ts';
export * from './features/access/index.ts';
export * from './features/organisation/index.ts';
export * from './features/calendar/index.ts';
export * from './features/customers/index.ts';
export * from './features/notices/index.ts';
export * from './features/customer-notices/index.ts';
export * from './features/outreach/index.ts';
export * from './features/forms/index.ts';
export * from './features/work/index.ts';
export * from './features/tasks/index.ts';
export { OPEN_TICKETS, Ticket, ticketMachine, tickets } from './features/tickets/index.ts';
export { FlowDefinition, FlowVersion, flows, runningOn, TicketIntent } from './features/flows/index.ts';
export * from './features/conversations/index.ts';
export * from './features/policies/index.ts';
export * from './features/orders/index.ts';
export * from './features/shop-connections/index.ts';
export * from './features/shop-events/index.ts';
export * from './features/aftersales/index.ts';
export * from './features/understanding/index.ts';
export * from './features/guard/index.ts';
export * from './features/knowledge/index.ts';
export * from './features/answer-bot/index.ts';
export * from './features/saved-views/index.ts';
export * from './features/scripts/index.ts';
export * from './features/setup/index.ts';
export * from './features/macros/index.ts';
export * from './features/rules/index.ts';
export { standardRules } from './features/standard-rules/index.ts';
export * from './features/escalations/index.ts';
export * from './features/metrics/index.ts';
export * from './features/kpis/index.ts';
export * from './features/service-levels/index.ts';
export * from './features/shifts/index.ts';
export * from './features/routing/index.ts';
