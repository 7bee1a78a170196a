/** `takeConversation` becomes `TakeConversation`. */
export const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** `AuditEvent` becomes `auditEvent`. */
export const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** `lastMessageAt` becomes `LAST_MESSAGE_AT`. */
export const screaming = (name: string): string => name.replace(/(?<=[a-z0-9])[A-Z]/g, '_$&').toUpperCase();

/** Whether GraphQL takes a text as a name; `zh-CN` is none. */
export const isName = (text: string): boolean => /^[A-Za-z]\w*$/.test(text);

/** Fields that hold an identifier by their name: `id`, `storeId`, `storeIds`. */
export const isIdName = (field: string): boolean => /^ids?$|Ids?$/.test(field);
