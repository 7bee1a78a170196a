/** @module What every desk begins with, before somebody arranges it: the teams whose codes older desks knew. */
import type { InputOf } from '../../kernel/entity.ts';
import type { Team } from './entities.ts';

type NewTeam = Omit<InputOf<typeof Team>, 'leadId'> & { readonly id: string };

export const DEFAULT_TEAMS: readonly NewTeam[] = [
  {
    id: 'PRE_SALE',
    name: { en: 'Pre-sale team', zh: '售前组' },
    kind: 'FRONT',
    function: 'PRE',
    joins: ['PA'],
  },
  {
    id: 'AFTER_SALE',
    name: { en: 'After-sale team', zh: '售后组' },
    kind: 'FRONT',
    function: 'AFTER',
    joins: ['AA'],
  },
  {
    id: 'COMPLAINT',
    name: { en: 'Complaints team', zh: '投诉组' },
    kind: 'COMPLAINT_GROUP',
    function: 'AFTER',
    joins: ['CO'],
  },
  {
    id: 'TECH',
    name: { en: 'Technical team', zh: '技术支持组' },
    kind: 'TECH',
    function: 'AFTER',
    joins: ['TS'],
  },
  {
    id: 'SOCIAL',
    name: { en: 'Social-media team', zh: '社媒组' },
    kind: 'SOCIAL',
    function: null,
    joins: ['SM'],
  },
];
