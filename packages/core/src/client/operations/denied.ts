/** Selection of the union member that says no. */
export const DENIED = '... on Denied { code message fields { path message } details }';
