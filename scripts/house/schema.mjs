// The public schema as a text that people read: what has a description of its own.
import { textOf } from './sources.mjs';

/** Descriptions that the derivation writes for every field of a kind say nothing about the field itself. */
const GENERIC = /^(?:Null for|Masked|Null when|Rises|The same key|CONFLICT)/;

const withoutText = /^(?:Query|Mutation|Subscription)$/;

/** Members of all types of a kind: how many there are, and how many have a description of their own. */
function described(schema, kind, member) {
  let all = 0;
  let own = 0;
  for (const [, name, body] of schema.matchAll(new RegExp(`^${kind} (\\w+)[^{]*\\{([\\s\\S]*?)^\\}`, 'gm'))) {
    if (withoutText.test(name)) continue;
    for (const [, text] of body.matchAll(member)) {
      all += 1;
      if (text && !GENERIC.test(text.trim())) own += 1;
    }
  }
  return { all, own };
}

const FIELD = /(?:^ {2}"""((?:(?!""")[\s\S])*)"""\n)?^ {2}\w+(?:\([\s\S]*?\))?: /gm;
const VALUE = /(?:^ {2}"""((?:(?!""")[\s\S])*)"""\n)?^ {2}[A-Z]\w*$/gm;

/** Output fields, input fields and enum values without a description of their own. */
export function undescribed() {
  const schema = textOf('schema.graphql');
  const kinds = [described(schema, 'type', FIELD), described(schema, 'input', FIELD), described(schema, 'enum', VALUE)];
  return kinds.map(({ all, own }) => all - own);
}
