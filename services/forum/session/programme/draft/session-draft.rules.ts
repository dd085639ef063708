import {
  checkLanguages,
  checkText,
  checkTexts,
  type GivenText,
  type TextViolation,
} from '../../../../shared/text/given-texts.rules.ts';

export const TITLE_LENGTH = 200;
export const DESCRIPTION_LENGTH = 5_000;
export const SPEAKER_LENGTH = 200;
export const MAX_SPEAKERS = 50;
const MAX_SEATS = 100_000;

/** When and where a session is. */
export interface Place {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly roomId: string;
}

/** A session as an organiser writes it down. */
export interface SessionInput extends Place {
  readonly title: readonly GivenText[];
  readonly description: readonly GivenText[];
  readonly floorLanguages: readonly string[];
  readonly interpretationLanguages: readonly string[];
  /** Seats; null for a session without a limit. */
  readonly capacity: number | null;
  readonly waitlistLimit: number;
  readonly isOpenDoor: boolean;
  readonly speakers: readonly string[];
}

/** What a session must fit into. */
export interface Surroundings {
  /** Null until the edition's dates are announced: then nothing is outside them. */
  readonly edition: { readonly startsAt: Date | null; readonly endsAt: Date | null };
  /** The room that was asked for; null where the edition has no such room. */
  readonly room: { readonly capacity: number | null } | null;
}

export interface SessionViolation {
  readonly path: readonly string[];
  readonly problem:
    | TextViolation['problem']
    | 'ends-before-it-starts'
    | 'outside-edition'
    | 'unknown-room'
    | 'above-room'
    | 'not-positive'
    | 'negative'
    | 'too-many'
    | 'open-door-with-seats'
    | 'queue-without-seats';
  /** The most that is allowed, where there is a most. */
  readonly maximum?: number;
}

/** Everything wrong with a session, in the order of the form. */
export function checkSession(input: SessionInput, around: Surroundings): readonly SessionViolation[] {
  return [
    ...checkTexts(['title'], input.title, { maximum: TITLE_LENGTH, required: true }),
    ...checkTexts(['description'], input.description, { maximum: DESCRIPTION_LENGTH, required: false }),
    ...checkPlace(input, around),
    ...checkRoomFor(['capacity'], input.capacity, around),
    ...required(['floorLanguages'], input.floorLanguages),
    ...checkLanguages(['floorLanguages'], input.floorLanguages),
    ...checkLanguages(['interpretationLanguages'], input.interpretationLanguages),
    ...checkSeats(input),
    ...checkSpeakers(input.speakers),
  ];
}

/** Everything wrong with where and when a session is put. */
export function checkPlace({ startsAt, endsAt }: Place, { edition, room }: Surroundings): readonly SessionViolation[] {
  const violations: SessionViolation[] = [];
  if (isOutside(startsAt, edition)) violations.push({ path: ['startsAt'], problem: 'outside-edition' });
  if (endsAt <= startsAt) violations.push({ path: ['endsAt'], problem: 'ends-before-it-starts' });
  if (isOutside(endsAt, edition)) violations.push({ path: ['endsAt'], problem: 'outside-edition' });
  if (!room) violations.push({ path: ['roomId'], problem: 'unknown-room' });
  return violations;
}

/** What is wrong with so many seats in a room; `path` is what can be put right, the seats or the room. */
export function checkRoomFor(
  path: readonly string[],
  capacity: number | null,
  { room }: Surroundings,
): readonly SessionViolation[] {
  const most = room?.capacity ?? null;
  return capacity !== null && most !== null && capacity > most ? [{ path, problem: 'above-room', maximum: most }] : [];
}

function isOutside(at: Date, { startsAt, endsAt }: Surroundings['edition']): boolean {
  return (startsAt !== null && at < startsAt) || (endsAt !== null && at > endsAt);
}

function checkSeats({ capacity, waitlistLimit, isOpenDoor }: SessionInput): SessionViolation[] {
  const violations: SessionViolation[] = [];
  if (capacity !== null && isOpenDoor) violations.push({ path: ['capacity'], problem: 'open-door-with-seats' });
  if (capacity !== null && capacity < 1) violations.push({ path: ['capacity'], problem: 'not-positive' });
  if (capacity !== null && capacity > MAX_SEATS) {
    violations.push({ path: ['capacity'], problem: 'too-many', maximum: MAX_SEATS });
  }
  if (waitlistLimit < 0) violations.push({ path: ['waitlistLimit'], problem: 'negative' });
  if (waitlistLimit > MAX_SEATS) violations.push({ path: ['waitlistLimit'], problem: 'too-many', maximum: MAX_SEATS });
  if (waitlistLimit > 0 && capacity === null) {
    violations.push({ path: ['waitlistLimit'], problem: 'queue-without-seats' });
  }
  return violations;
}

function checkSpeakers(speakers: readonly string[]): SessionViolation[] {
  return [
    ...(speakers.length > MAX_SPEAKERS
      ? [{ path: ['speakers'], problem: 'too-many' as const, maximum: MAX_SPEAKERS }]
      : []),
    ...speakers.flatMap((name, index) => checkText(['speakers', String(index)], name, SPEAKER_LENGTH)),
  ];
}

function required(path: readonly string[], list: readonly string[]): SessionViolation[] {
  return list.length === 0 ? [{ path, problem: 'missing' }] : [];
}

/** Whether two spans, open at their ends, have an instant in common: one may begin when the other ends. */
export function overlaps(one: Span, other: Span): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

export interface Span {
  readonly startsAt: Date;
  readonly endsAt: Date;
}
