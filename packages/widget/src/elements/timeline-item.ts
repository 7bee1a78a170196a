/** @module What a timeline shows: a message of the desk, or one that is still on its way. */

export interface ShownFile {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
}

export interface ShownCard {
  /** PRODUCT, ORDER, ARTICLE, or what a feature of the desk adds. */
  readonly type: string;
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly price: { readonly amount: number; readonly currency: string } | null;
  readonly url: string | null;
  readonly imageUrl?: string | null;
}

export interface TimelineItem {
  /** The sender's id of the message: stays the same from the outbox to the desk's answer. */
  readonly clientMsgId: string;
  readonly sender: 'CUSTOMER' | 'AGENT' | 'BOT' | 'SYSTEM';
  readonly senderName: string;
  readonly kind: 'TEXT' | 'IMAGE' | 'FILE' | 'EMOJI' | 'CARD' | 'NOTE' | 'EVENT';
  readonly body: string;
  readonly card: ShownCard | null;
  readonly attachment: ShownFile | null;
  readonly at: string;
  /** Number that read marks count by: public for both sides. Absent until the desk has it. */
  readonly publicSeq?: number | null;
  /** Nobody wrote it at that moment. */
  readonly isAuto?: boolean;
  readonly senderId?: string | null;
  /** Why it was not sent. */
  readonly problem?: string;
  /** Sending the same again would be refused again. */
  readonly final?: boolean;
  /** A file that is being sent: share that has arrived, and a picture of it from this device. */
  readonly upload?: { readonly share: number; readonly previewUrl?: string };
}

/** How far the other side has got, in public numbers. */
export interface ReadMarks {
  readonly delivered: number;
  readonly read: number;
}

/** Answers a short-lived address of an attachment's content. */
export type LinkOf = (attachmentId: string) => Promise<string>;
