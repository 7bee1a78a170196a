/**
 * @module Who gets a conversation: pure, with the reason for and against each person (R-WF-05). The action beside it
 * only reads the rows and writes what was decided.
 */
import type { z } from 'zod';
import { hasSkill, LIVE_SKILL, type Mode, type presence } from '../access/index.ts';
import type { Considered, obstacle, preference, routedBecause } from './entities.ts';
import { waitsForTurn, type Turn } from './ramp.ts';
import { modesOf } from './skills.ts';

/** What is to be given away. */
export interface Wanted {
  readonly storeId: string;
  readonly mode: Mode;
  /** Empty: any front-line agent. */
  readonly team: string;
  readonly locale: string;
  readonly weight: number;
  readonly relaxAt: string;
  readonly queuedAt: string;
  readonly preferredUserId: string | null;
  readonly preference: z.output<typeof preference> | null;
  readonly silentUserId: string | null;
}

/** A person with what he has in hand. */
export interface Seat extends Turn {
  readonly userId: string;
  readonly name: string;
  readonly active: boolean;
  readonly presence: z.output<typeof presence>;
  readonly roles: readonly string[];
  readonly skills: readonly string[];
  /** Teams that they belong to. */
  readonly teams: readonly string[];
  /** Teams whose questions they take: their own, and those that do the same. */
  readonly serves: readonly string[];
  /** Takes questions that belong to no team. */
  readonly front: boolean;
  readonly languages: readonly string[];
  readonly storeIds: readonly string[];
  readonly capacity: number;
  readonly load: number;
  readonly idleSince: string;
  readonly silentInRow: number;
  /** The desk counts down to set them away. */
  readonly leaving: boolean;
  /** Their roles may answer customers in this tenant. */
  readonly answers: boolean;
  /** Their roles join the front line while a store is in peak mode. */
  readonly helps: boolean;
}

export interface Conditions {
  readonly now: string;
  readonly capacityFactor: number;
  readonly backOffice: boolean;
  /** How long somebody who went online is left alone with each of those who waited; 0: not at all. */
  readonly rampSeconds: number;
}

type ObstacleCode = z.output<typeof obstacle>;
export interface Against {
  readonly code: ObstacleCode;
  readonly detail: string;
}

export interface Judged {
  readonly seat: Seat;
  readonly capacity: number;
  readonly obstacles: readonly Against[];
}

export interface Choice {
  readonly chosen: Seat | undefined;
  readonly because: z.output<typeof routedBecause> | null;
  readonly judged: readonly Judged[];
}

/** Places of a person; a rush makes more of them. */
export const placesOf = (
  seat: Pick<Seat, 'capacity'>,
  { capacityFactor }: Pick<Conditions, 'capacityFactor'>,
): number => Math.floor(seat.capacity * capacityFactor);

const inStore = ({ storeIds }: Seat, storeId: string) => storeIds.length === 0 || storeIds.includes(storeId);
const isOnDuty = (seat: Seat, storeId: string) =>
  seat.active &&
  ['ONLINE', 'BUSY'].includes(seat.presence) &&
  inStore(seat, storeId) &&
  hasSkill(seat, LIVE_SKILL) &&
  seat.answers;
const speaks = ({ languages }: Seat, locale: string) => languages.length === 0 || languages.includes(locale);

/** Language and team are conditions while somebody on duty meets them and the customer has not waited too long. */
interface Demands {
  readonly team: string;
  readonly locale: string;
  /** A small shop without a front line is served by whoever is there. */
  readonly front: boolean;
}

function demandsOf(wanted: Wanted, seats: readonly Seat[], { now }: Conditions): Demands {
  const onDuty = seats.filter((seat) => isOnDuty(seat, wanted.storeId));
  const front = onDuty.some((seat) => seat.front);
  if (wanted.relaxAt <= now) return { team: '', locale: '', front };
  const { team, locale } = wanted;
  return {
    team: team && onDuty.some((seat) => seat.serves.includes(team)) ? team : '',
    locale: onDuty.some((seat) => speaks(seat, locale)) ? locale : '',
    front,
  };
}

function obstaclesOf(seat: Seat, wanted: Wanted, demands: Demands, conditions: Conditions): Against[] {
  const places = placesOf(seat, conditions);
  // What is heavier than a whole desk fits an empty one.
  const full = seat.load > 0 && seat.load + wanted.weight > places;
  const found: readonly (Against | false)[] = [
    !seat.active && { code: 'INACTIVE', detail: '' },
    !hasSkill(seat, LIVE_SKILL) && { code: 'NOT_LIVE', detail: LIVE_SKILL },
    !inStore(seat, wanted.storeId) && { code: 'STORE', detail: '' },
    seat.presence !== 'ONLINE' && { code: 'PRESENCE', detail: seat.presence },
    !mayServe(seat, wanted, demands, conditions) && { code: 'ROLE', detail: seat.roles.join('+') },
    !modesOf(seat).includes(wanted.mode) && { code: 'MODE', detail: wanted.mode },
    demands.team !== '' && !seat.serves.includes(demands.team) && { code: 'TEAM', detail: demands.team },
    demands.locale !== '' && !speaks(seat, demands.locale) && { code: 'LANGUAGE', detail: demands.locale },
    full && { code: 'CAPACITY', detail: `${seat.load}/${places}` },
    seat.userId !== wanted.preferredUserId &&
      waitsForTurn(seat, wanted.queuedAt, conditions) && { code: 'RAMP', detail: '' },
    seat.leaving && { code: 'SILENT', detail: '' },
  ];
  return found.filter((one) => one !== false);
}

/** The front line answers everything; specialists their own questions, and everything while they help in a rush. */
function mayServe(seat: Seat, { team }: Wanted, demands: Demands, { backOffice }: Conditions): boolean {
  if (!seat.answers) return false;
  if (!demands.front || seat.front || (backOffice && seat.helps)) return true;
  return team !== '' && seat.serves.includes(team) && (demands.team === '' || demands.team === team);
}

export function judge(wanted: Wanted, seats: readonly Seat[], conditions: Conditions): Judged[] {
  const demands = demandsOf(wanted, seats, conditions);
  return seats.map((seat) => ({
    seat,
    capacity: placesOf(seat, conditions),
    obstacles: obstaclesOf(seat, wanted, demands, conditions),
  }));
}

const loadOf = ({ seat, capacity }: Judged) => seat.load / Math.max(1, capacity);

/**
 * Who let a conversation wait comes after the others; then the least loaded, and of those who has been idle longest.
 */
function byTurn(silentUserId: string | null) {
  const late = ({ seat }: Judged) => (seat.userId === silentUserId ? 2 : Math.min(1, seat.silentInRow));
  return (a: Judged, b: Judged): number =>
    late(a) - late(b) ||
    loadOf(a) - loadOf(b) ||
    (a.seat.idleSince < b.seat.idleSince ? -1 : a.seat.idleSince > b.seat.idleSince ? 1 : 0) ||
    (a.seat.userId < b.seat.userId ? -1 : 1);
}

/** Chooses; nobody is chosen when everybody has something against him. */
export function choose(wanted: Wanted, seats: readonly Seat[], conditions: Conditions): Choice {
  const judged = judge(wanted, seats, conditions);
  const fit = judged.filter(({ obstacles }) => obstacles.length === 0).sort(byTurn(wanted.silentUserId));
  const known = fit.find(({ seat }) => seat.userId === wanted.preferredUserId && seat.userId !== wanted.silentUserId);
  const [first, second] = fit;
  if (known) return { chosen: known.seat, because: wanted.preference, judged };
  if (!first) return { chosen: undefined, because: null, judged };
  const because = !second ? 'ONLY_ONE' : loadOf(first) < loadOf(second) ? 'LEAST_LOADED' : 'LONGEST_IDLE';
  return { chosen: first.seat, because, judged };
}

/** As it is stored and shown: those who came closest first. */
export function consideredOf(judged: readonly Judged[], most: number): z.output<typeof Considered>[] {
  return [...judged]
    .sort((a, b) => a.obstacles.length - b.obstacles.length || (a.seat.name < b.seat.name ? -1 : 1))
    .slice(0, most)
    .map(({ seat, capacity, obstacles }) => ({
      userId: seat.userId,
      name: seat.name,
      presence: seat.presence,
      load: seat.load,
      capacity,
      obstacles: [...obstacles],
    }));
}
