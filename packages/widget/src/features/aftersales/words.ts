/**
 * @module The words of after-sales cases and of how one is asked for.
 */
import type { Service } from '../../self-service/service.ts';
import { said } from '../../texts/languages.ts';

type By<K extends string, V = string> = Readonly<Record<K, V>>;

export interface CaseWords {
  readonly flow: {
    readonly title: string;
    readonly step: (now: number, of: number) => string;
    readonly steps: By<'items' | 'reason' | 'solution' | 'preview'>;
    readonly resumed: string;
    readonly restart: string;
    readonly chooseItems: string;
    readonly left: (left: number, of: number) => string;
    readonly noneLeft: string;
    readonly quantityOf: (title: string) => string;
    readonly reason: string;
    /** Opens the reasons that few give. */
    readonly otherReason: string;
    readonly description: string;
    readonly condition: string;
    readonly conditions: By<'opened' | 'sealBroken' | 'usedOrDamaged'>;
    readonly photos: string;
    readonly photosRequired: string;
    readonly photosHint: string;
    readonly addPhoto: string;
    readonly removePhoto: (name: string) => string;
    readonly photoWaits: string;
    readonly photoMissing: string;
    readonly photosLoading: string;
    readonly solution: string;
    readonly newItem: (title: string) => string;
    readonly choose: string;
    readonly refundTo: string;
    readonly summary: string;
    readonly youGet: string;
    /** The same where a person decides first. */
    readonly ifAgreed: string;
    readonly back: (amount: string) => string;
    readonly backIfAgreed: (amount: string) => string;
    readonly amountOpen: string;
    readonly noMoney: string;
    readonly freight: By<'BUYER' | 'SELLER' | 'SPLIT' | 'FAULT_PARTY' | 'CONTRACT'>;
    readonly dependsOn: string;
    readonly automatic: string;
    readonly decided: (until: string) => string;
    readonly afterReturn: string;
    readonly refundBy: (until: string) => string;
    readonly submit: string;
    readonly submitted: (number: string) => string;
    readonly follow: string;
  };
  readonly cases: {
    readonly more: string;
    readonly total: string;
    readonly title: string;
    readonly empty: string;
    readonly news: string;
    readonly yourTurn: string;
    readonly heading: (number: string) => string;
    readonly ofOrder: (number: string) => string;
    readonly decisionBy: (until: string) => string;
    readonly sendBackBy: (until: string) => string;
    readonly sendTo: string;
    readonly enclose: (number: string) => string;
    readonly noAddress: string;
    readonly refundBy: (until: string) => string;
    readonly refunded: (amount: string, method: string) => string;
    readonly refunding: (amount: string, method: string) => string;
    readonly refundFailed: (amount: string, method: string) => string;
    readonly partial: (amount: string) => string;
    readonly accepted: string;
    readonly rejected: string;
    readonly inspected: string;
    readonly returnParcel: string;
    readonly outboundParcel: string;
    readonly course: string;
    readonly amount: string;
    readonly evidence: (count: number) => string;
    readonly actions: By<'shipReturn' | 'acceptInspection' | 'openCaseDispute' | 'withdrawCase' | 'reopenCase'>;
    readonly explains: By<'acceptInspection' | 'openCaseDispute' | 'withdrawCase' | 'reopenCase'>;
    readonly carrier: string;
    readonly waybill: string;
    readonly waybillHint: string;
    readonly why: string;
    readonly whyOptional: string;
    readonly send: string;
    readonly strip: (count: number) => string;
    readonly stripTurn: (count: number) => string;
    readonly show: string;
    readonly actors: By<'CUSTOMER' | 'STAFF' | 'SYSTEM' | 'POLICY'>;
  };
}

/** What a page of theirs gets. */
export type CaseService = Service<CaseWords>;

/** In a language; each is a chunk of its own. */
export const loadCaseWords = (locale: string): Promise<CaseWords> =>
  (locale === 'zh-CN' ? import('./words-zh-cn.ts') : import('./words-en.ts')).then(({ texts }) =>
    said(locale, 'cases', texts),
  );
