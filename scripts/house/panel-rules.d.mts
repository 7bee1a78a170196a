export interface PanelRule {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

export function panelRules(
  core: object,
  options?: { readonly files?: readonly string[]; readonly texts?: ReadonlyMap<string, string> },
): PanelRule[];
