// Words that the panel's generic pages lack: permissions, fields, inputs and codes without a Chinese name.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, textOf } from './sources.mjs';

const lists = (...names) =>
  names
    .map((name) => `packages/admin/src/${name}.ts`)
    .filter((path) => existsSync(join(root, path)))
    .map(textOf)
    .join('\n');

const namesIn = (text, pattern) => new Set([...text.matchAll(pattern)].map(([, name]) => name));

/** How many definitions of the standard desk have no words, by kind. */
export function wordless({ standardFeatures, wordlessFields }) {
  const permissions = standardFeatures.flatMap((feature) => Object.values(feature.permissions));
  const calls = new Set(
    standardFeatures.flatMap(({ actions, views }) => [...Object.keys(actions), ...Object.keys(views)]),
  );
  const missing = standardFeatures.flatMap(wordlessFields);
  const isInput = (field) => calls.has(field.split('.')[0]);
  const schema = textOf('schema.graphql');
  const codes = new Set(
    [...schema.matchAll(/^enum (\w+) \{([\s\S]*?)^\}/gm)]
      .filter(([, name]) => !name.endsWith('Order') && name !== 'DenialCode')
      // A member of a vocabulary carries its words, which stand in the schema before it.
      .flatMap(([, , body]) =>
        [...body.matchAll(/("{3}\n)? {2}(\w+)$/gm)].flatMap(([, worded, code]) => (worded ? [] : code)),
      ),
  );
  const codeNames = namesIn(lists('records/value-names', 'desk/terms', 'desk/roles'), /[\s{,'](\w+)'?: '/g);
  return {
    permissions: permissions.filter(({ en, zh }) => !en.trim() || !zh.trim()).length,
    fields: missing.filter((field) => !isInput(field)).length,
    inputs: missing.filter(isInput).length,
    codes: [...codes].filter((code) => !codeNames.has(code)).length,
  };
}
