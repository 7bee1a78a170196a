/**
 * @module Reads the small part of GraphQL that our documents use: one operation, one root field, variables as
 * arguments, nested fields and inline fragments.
 */

export interface Selection {
  readonly name: string;
  /** Argument to variable name, or to a number written in the document. */
  readonly args: Readonly<Record<string, string | number>>;
  /** Fields below; empty for a leaf. */
  readonly fields: readonly Selection[];
  /** Type that an inline fragment is for. */
  readonly on?: string;
}

/** Kind of the operation and its root field. @throws Error for what is outside the part */
export function readDocument(text: string): { readonly kind: string; readonly root: Selection } {
  const tokens = text.match(/\.\.\.|[A-Za-z_]\w*|\d+|[{}():$!=[\]]/g) ?? [];
  let at = 0;
  const peek = () => tokens[at];
  const next = () => tokens[at++] ?? fail('the document ends too early');
  const expect = (token: string) => (next() === token ? undefined : fail(`expected ${token} at ${at}`));

  const args = (): Selection['args'] => {
    const found: Record<string, string | number> = {};
    if (peek() !== '(') return found;
    next();
    while (peek() !== ')') {
      const name = next();
      expect(':');
      const first = next();
      found[name] = first === '$' ? next() : Number(first);
    }
    next();
    return found;
  };
  const fields = (): Selection[] => {
    const found: Selection[] = [];
    if (peek() !== '{') return found;
    next();
    while (peek() !== '}') {
      const name = next();
      if (name === '...') {
        expect('on');
        found.push({ name, args: {}, on: next(), fields: fields() });
      } else found.push({ name, args: args(), fields: fields() });
    }
    next();
    return found;
  };

  const kind = next();
  while (peek() !== '{') next();
  const [root, ...more] = fields();
  return root && more.length === 0 ? { kind, root } : fail('a document has one root field');
}

function fail(reason: string): never {
  throw new Error(`Not a document of this client: ${reason}.`);
}

/** What a server answers for a selection of a value: no more than was asked for. */
export function select(value: unknown, fields: readonly Selection[], typename?: string): unknown {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((item) => select(item, fields, typename));
  if (fields.length === 0 || typeof value !== 'object') return value;
  const row = value as Record<string, unknown>;
  const type = typename ?? row['__typename'];
  const answer: Record<string, unknown> = {};
  for (const { name, on, fields: below } of fields) {
    if (name === '...') {
      if (on === type) Object.assign(answer, select(row, below, on));
    } else if (name === '__typename') answer[name] = type;
    else answer[name] = select(row[name], below);
  }
  return answer;
}
