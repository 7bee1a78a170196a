/** Version of the package; two different ones on a page warn about each other. */
export const VERSION = '0.1.0';
