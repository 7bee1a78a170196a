/**
 * @module The contract of a shop adapter as a list of cases that any test runner can run.
 */
import type { ContractCase } from './contract.ts';
import type { ContractException, ShopUnderTest } from './shop-contract-case.ts';
import { changeCases } from './shop-contract-changes.ts';
import { lookUpCases } from './shop-contract-look-ups.ts';
import { refusalCases } from './shop-contract-refusals.ts';

export type { ContractException, ShopUnderTest } from './shop-contract-case.ts';

/**
 * The cases every shop adapter passes. Throws when an exception names no case, so that none outlives its cause.
 * @example
 * ```ts
 * for (const { title, run } of shopContract(newShop)) test(title, run);
 * ```
 */
export function shopContract(
  newShop: () => Promise<ShopUnderTest>,
  { except = [] }: { except?: readonly ContractException[] } = {},
): readonly ContractCase[] {
  const cases = [...lookUpCases, ...changeCases, ...refusalCases];
  const unknown = except.filter(({ title }) => !cases.some((known) => known.title === title));
  if (unknown.length > 0) throw new Error(`No such case: ${unknown.map(({ title }) => title).join('; ')}`);
  return cases
    .filter(({ title }) => !except.some((exception) => exception.title === title))
    .map(({ title, check }) => ({
      title,
      run: async () => {
        const subject = await newShop();
        try {
          await check(subject);
        } finally {
          await subject.close();
        }
      },
    }));
}
