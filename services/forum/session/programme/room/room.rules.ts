import {
  checkText,
  checkTexts,
  type GivenText,
  type TextViolation,
} from '../../../../shared/text/given-texts.rules.ts';

export const ROOM_NAME_LENGTH = 100;
export const ZONE_LENGTH = 50;

/** A room as somebody describes it. */
export interface RoomInput {
  readonly name: readonly GivenText[];
  /** People it holds; null where nobody counted. */
  readonly capacity: number | null;
  readonly zone: string | null;
}

export interface RoomViolation {
  readonly path: readonly string[];
  readonly problem: TextViolation['problem'] | 'not-positive';
  readonly maximum?: number;
}

/** Everything wrong with a room, in the order of the form. */
export function checkRoom({ name, capacity, zone }: RoomInput): readonly RoomViolation[] {
  return [
    ...checkTexts(['name'], name, { maximum: ROOM_NAME_LENGTH, required: true }),
    ...(capacity !== null && capacity < 1 ? [{ path: ['capacity'], problem: 'not-positive' as const }] : []),
    ...(zone === null ? [] : checkText(['zone'], zone, ZONE_LENGTH)),
  ];
}
