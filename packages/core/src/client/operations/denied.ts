/** Selection of the union member that says no. */
export const DENIED = '... on Denied { __typename code message fields { path message } details }';
