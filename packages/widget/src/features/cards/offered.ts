const dismissed = new Set<string>();

/** Whether the shopper has sent this product's card or does not want to, on this page. */
export const isDismissed = (productId: string): boolean => dismissed.has(productId);
export const dismiss = (productId: string): void => void dismissed.add(productId);
