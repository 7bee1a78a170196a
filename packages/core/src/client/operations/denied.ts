/** Selects, in the payload of a mutation, why it was refused. */
export const DENIED = 'denied { code message fields { path message } details }';
