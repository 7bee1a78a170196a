/**
 * @module The words of self-service: orders, their changes, and after-sales cases. Loaded with the first page of it.
 */
import type { DeskCase, DeskOrder, DeskOrderChange, DeskOrderRequest } from '@shopdesk/core/client';

export type OrderStatus = DeskOrder['status'];
export type CaseState = DeskCase['state'];
export type ScanStatus = DeskOrder['shipments'][number]['events'][number]['status'];
export type OrderEventKind = DeskOrder['history'][number]['kind'];
type By<K extends string, V = string> = Readonly<Record<K, V>>;

export interface ServiceTexts {
  readonly back: string;
  readonly notNow: string;
  readonly loading: string;
  readonly offline: string;
  readonly shopAway: string;
  readonly notFound: string;
  readonly signIn: string;
  readonly failed: string;
  readonly retry: string;
  readonly required: string;
  /** Before the clause behind what is said. */
  readonly why: string;
  readonly askPerson: string;
  readonly next: string;
  readonly working: string;
  readonly confirm: string;
  readonly changeBack: string;
  readonly outdated: string;
  readonly unsure: string;
  readonly storeTime: (zone: string) => string;
  readonly list: (parts: readonly string[]) => string;

  readonly orders: {
    readonly title: string;
    readonly heading: (number: string) => string;
    readonly empty: string;
    readonly more: string;
    readonly search: string;
    readonly searching: string;
    readonly found: (count: number) => string;
    readonly cases: string;
    readonly open: (number: string) => string;
    readonly all: string;
    readonly send: string;
    readonly states: By<OrderStatus>;
    readonly nextSteps: By<OrderStatus>;
    readonly placed: string;
    readonly items: string;
    readonly sums: By<'goods' | 'discount' | 'freight' | 'total' | 'paid' | 'refunded'>;
    readonly address: string;
    readonly parcel: (index: number) => string;
    readonly tracking: string;
    readonly copy: string;
    readonly copied: string;
    readonly noParcel: string;
    readonly scans: By<ScanStatus>;
    readonly history: string;
    readonly events: By<OrderEventKind>;
    readonly payments: By<'PAYMENT' | 'REFUND'>;
    readonly requests: string;
    readonly actions: string;
    readonly afterSales: string;
    readonly notOffered: string;
    readonly quantity: (count: number) => string;
  };

  readonly methods: By<'CARD' | 'WALLET' | 'GIFT_CARD' | 'OTHER'> & {
    readonly ending: (lastFour: string) => string;
    readonly balance: (amount: string) => string;
    readonly original: string;
    readonly yours: (method: string) => string;
  };

  readonly change: {
    readonly titles: By<DeskOrderChange>;
    readonly warehouse: string;
    readonly reason: string;
    readonly reasonHint: string;
    readonly address: By<'line1' | 'line2' | 'city' | 'region' | 'postalCode' | 'country'>;
    readonly method: string;
    readonly differenceBy: string;
    readonly items: string;
    readonly keep: string;
    readonly gone: string;
    readonly nothing: string;
    readonly noMethods: string;
    readonly preview: string;
    readonly effects: string;
    readonly effect: By<'REFUND' | 'PAY', (amount: string, method: string) => string>;
    readonly when: By<'REFUND' | 'PAY'>;
    readonly newAddress: string;
    readonly confirms: By<DeskOrderChange>;
    readonly states: By<DeskOrderRequest['state']>;
    readonly results: By<Exclude<DeskOrderRequest['state'], 'DONE'>>;
    readonly done: By<DeskOrderChange>;
    /** What was done with the money; the method in the middle of a sentence. */
    readonly settled: By<'REFUND' | 'PAY', (amount: string, method: string) => string>;
    readonly arrives: string;
    readonly waiting: string;
    readonly returnInstead: string;
    readonly toOrder: string;
  };

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
    readonly title: string;
    readonly empty: string;
    readonly types: By<DeskCase['type']>;
    readonly states: By<CaseState>;
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

  /** What is said to a person, with what was tried. */
  readonly handOver: (about: { readonly order: string; readonly wish: string; readonly rule: string }) => string;
}
