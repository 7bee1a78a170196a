// Words that people lack: permissions, fields, inputs and codes without words in both languages.

/** How many definitions of the standard desk have no words, by kind. */
export function wordless({ standardFeatures, wordlessCodes, wordlessFields }) {
  const permissions = standardFeatures.flatMap((feature) => Object.values(feature.permissions));
  const calls = new Set(
    standardFeatures.flatMap(({ actions, views }) => [...Object.keys(actions), ...Object.keys(views)]),
  );
  const missing = standardFeatures.flatMap(wordlessFields);
  const isInput = (field) => calls.has(field.split('.')[0]);
  return {
    permissions: permissions.filter(({ en, zh }) => !en.trim() || !zh.trim()).length,
    fields: missing.filter((field) => !isInput(field)).length,
    inputs: missing.filter(isInput).length,
    codes: standardFeatures.flatMap(wordlessCodes).length,
  };
}
