import type { ShopPaymentMethod } from './data.ts';
import type { Language } from '../../kit/language.ts';
import type { Texts } from '../../kit/language.ts';

const words: Texts<Readonly<Record<ShopPaymentMethod['kind'], string>>> = {
  en: { CARD: 'Card', WALLET: 'Wallet', GIFT_CARD: 'Gift card', OTHER: 'Payment method' },
  zh: { CARD: '银行卡', WALLET: '电子钱包', GIFT_CARD: '礼品卡', OTHER: '支付方式' },
};

/** A payment method in the middle of a sentence: `gift card`, but `Visa •••• 1111`. */
export const methodInSentence = (method: ShopPaymentMethod, language: Language): string =>
  method.provider ? methodName(method, language) : methodName(method, language).toLowerCase();

/** What a payment method is called; its id where the shop tells no more. */
export function methodName(method: ShopPaymentMethod | undefined, language: Language, id = ''): string {
  if (!method) return id;
  const provider = method.provider
    ? method.provider.charAt(0).toUpperCase() + method.provider.slice(1)
    : language.words(words)[method.kind];
  return method.lastFour ? `${provider} •••• ${method.lastFour}` : provider;
}
