/**
 * @module The shipped packs, and the policy of a store put together from them.
 */
import type { CompileOptions } from '../compile.ts';
import type { PolicyPack } from '../pack-schema.ts';
import { createPolicy, overlay, type Policy } from '../policy.ts';
import { ALIBABA_B2B, CN1688 } from './alibaba/index.ts';
import { AMAZON } from './amazon/index.ts';
import { CN_LAW } from './cn-law/index.ts';
import { BASIC } from './generic/basic.ts';
import { GENERIC } from './generic/index.ts';
import { RETAIL_DEMO } from './retail-demo.ts';
import { TMALL } from './tmall/index.ts';

/** Every shipped pack by code. */
export const PACKS: Readonly<Record<string, PolicyPack>> = {
  CN_LAW,
  BASIC,
  GENERIC,
  TMALL,
  AMAZON,
  ALIBABA_B2B,
  CN1688,
  RETAIL_DEMO,
};

/** What a store's policy is made of. */
export interface PolicyChoice {
  /** A shipped pack by code, or a pack of the shop's own. */
  readonly pack: string | PolicyPack;
  /** Where the customer is, as `statutoryLayer` names it: CN, EU … */
  readonly region?: string;
  /** What the store promises on top. */
  readonly promise?: PolicyPack;
  /** Packs besides the shipped ones, by code. */
  readonly packs?: Readonly<Record<string, PolicyPack>>;
}

/** Thrown when a pack names another one that nobody knows. */
export class UnknownPack extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`There is no policy pack "${code}".`);
    this.name = 'UnknownPack';
    this.code = code;
  }
}

function packOf(pack: string | PolicyPack, known: Readonly<Record<string, PolicyPack>>): PolicyPack {
  if (typeof pack !== 'string') return pack;
  const found = known[pack];
  if (!found) throw new UnknownPack(pack);
  return found;
}

/**
 * The packs of a store from the statute down: statutory layer by region, overlay on its base, the store's promise.
 * Throws {@link UnknownPack}.
 */
export function packsOf({ pack, region = '*', promise, packs = {} }: PolicyChoice): PolicyPack[] {
  const known = { ...PACKS, ...packs };
  const chosen = packOf(pack, known);
  const platform = chosen.basePack ? overlay(packOf(chosen.basePack, known), chosen) : chosen;
  const statute = platform.statutoryLayer?.[region] ?? platform.statutoryLayer?.['*'];
  return [...(statute ? [packOf(statute, known)] : []), platform, ...(promise ? [promise] : [])];
}

/** The compiled policy of a store. Throws {@link UnknownPack} and {@link PolicyCompileError}. */
export function policyFor(choice: PolicyChoice, options: CompileOptions = {}): Policy {
  return createPolicy(packsOf(choice), options);
}

export { ALIBABA_B2B, AMAZON, BASIC, CN1688, CN_LAW, GENERIC, RETAIL_DEMO, TMALL };
