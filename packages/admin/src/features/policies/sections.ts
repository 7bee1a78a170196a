/** The parts of a version's page, each loaded when it is first opened. */
export const SECTIONS = {
  tables: { tag: 'desk-admin-policy-tables', load: () => import('./tables-section.ts') },
  try: { tag: 'desk-admin-policy-try', load: () => import('./try-section.ts') },
  replay: { tag: 'desk-admin-policy-replay', load: () => import('./replay-section.ts') },
  changes: { tag: 'desk-admin-policy-changes', load: () => import('./changes-section.ts') },
  approval: { tag: 'desk-admin-policy-approval', load: () => import('./approval-section.ts') },
} as const;

export type SectionName = keyof typeof SECTIONS;

/** The part that an address names, else the first. */
export const sectionOf = (name: string | undefined): SectionName =>
  name && name in SECTIONS ? (name as SectionName) : 'tables';
