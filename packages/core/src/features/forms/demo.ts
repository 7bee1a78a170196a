import type { DemoCourse } from '../../kernel/demo.ts';

export const formDemo: DemoCourse[] = [];
