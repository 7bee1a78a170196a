type Body = () => void | Promise<void>;
type Named = (title: string, body: Body) => void;

/** The test runner's globals, with their types. */
export const { describe, it, beforeEach, afterEach } = globalThis as unknown as {
  readonly describe: (title: string, body: () => void) => void;
  readonly it: Named;
  readonly beforeEach: (body: Body) => void;
  readonly afterEach: (body: Body) => void;
};
