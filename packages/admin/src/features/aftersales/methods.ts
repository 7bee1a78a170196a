import type { ShopPaymentMethod } from './data.ts';
import type { Language } from '../../kit/language.ts';

/** A payment method in the middle of a sentence: `gift card`, but `Visa •••• 1111`. */
export const methodInSentence = (method: ShopPaymentMethod, language: Language): string =>
  method.provider ? methodName(method, language) : methodName(method, language).toLowerCase();

/** What a payment method is called; its id where the shop tells no more. */
export function methodName(method: ShopPaymentMethod | undefined, language: Language, id = ''): string {
  if (!method) return id;
  const provider = method.provider
    ? method.provider.charAt(0).toUpperCase() + method.provider.slice(1)
    : language.code('ShopPaymentMethodKind', method.kind);
  return method.lastFour ? `${provider} •••• ${method.lastFour}` : provider;
}
