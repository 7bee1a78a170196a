/** Where an order has its page; an order's id may hold any sign. */
export const orderPath = (storeId: string, orderId: string): string =>
  `/orders/${encodeURIComponent(storeId)}/${encodeURIComponent(orderId)}`;
