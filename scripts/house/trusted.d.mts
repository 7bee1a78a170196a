export function trusted(
  files?: readonly { readonly path: string; readonly text: string }[],
): { readonly path: string; readonly line: number; readonly named: boolean }[];
