import type { Texts } from '../../../../shared/text/localize.rules.ts';

export enum ProgrammeChangeKind {
  ADDED = 'ADDED',
  CHANGED = 'CHANGED',
  MOVED = 'MOVED',
  CANCELLED = 'CANCELLED',
}

export enum ProgrammeField {
  TITLE = 'TITLE',
  DESCRIPTION = 'DESCRIPTION',
  STARTS_AT = 'STARTS_AT',
  ENDS_AT = 'ENDS_AT',
  ROOM = 'ROOM',
  FLOOR_LANGUAGES = 'FLOOR_LANGUAGES',
  INTERPRETATION_LANGUAGES = 'INTERPRETATION_LANGUAGES',
  CAPACITY = 'CAPACITY',
  WAITLIST_LIMIT = 'WAITLIST_LIMIT',
  IS_OPEN_DOOR = 'IS_OPEN_DOOR',
  SPEAKERS = 'SPEAKERS',
}

/** A session as a programme has it: released, or as the draft would have it. */
export interface ProgrammeEntry {
  readonly sessionId: string;
  readonly title: Texts;
  readonly description: Texts;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Names of the room by language; `id` is null for a place that is no room of the list. */
  readonly room: { readonly id: string | null; readonly name: Texts };
  readonly floorLanguages: readonly string[];
  readonly interpretationLanguages: readonly string[];
  readonly capacity: number | null;
  readonly waitlistLimit: number;
  readonly isOpenDoor: boolean;
  readonly speakers: readonly string[];
}

export interface DraftEntry extends ProgrammeEntry {
  readonly isRemoved: boolean;
}

/** Public programme data, as JSON has it. Instants are texts in UTC. */
export type FieldValue = string | number | boolean | null | readonly string[] | RoomValue | Texts;
export interface RoomValue {
  readonly id: string | null;
  readonly name: Texts;
}

export interface FieldDifference {
  readonly field: ProgrammeField;
  /** Null where there was nothing. */
  readonly from: FieldValue;
  readonly to: FieldValue;
}

/** What becomes of one session, with what is said of it: as it is afterwards, or was before it was cancelled. */
export interface ProgrammeChange {
  readonly sessionId: string;
  readonly kind: ProgrammeChangeKind;
  /** In the order of the form; for an added session all it has, for a cancelled one nothing. */
  readonly fields: readonly FieldDifference[];
  readonly title: Texts;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly roomName: Texts;
}

const { ADDED, CHANGED, MOVED, CANCELLED } = ProgrammeChangeKind;

/** How each field is written in a difference. */
const written: Readonly<Record<ProgrammeField, (entry: ProgrammeEntry) => FieldValue>> = {
  TITLE: ({ title }) => sorted(title),
  DESCRIPTION: ({ description }) => (Object.keys(description).length === 0 ? null : sorted(description)),
  STARTS_AT: ({ startsAt }) => startsAt.toISOString(),
  ENDS_AT: ({ endsAt }) => endsAt.toISOString(),
  ROOM: ({ room }) => ({ id: room.id, name: sorted(room.name) }),
  FLOOR_LANGUAGES: ({ floorLanguages }) => floorLanguages,
  INTERPRETATION_LANGUAGES: ({ interpretationLanguages }) => interpretationLanguages,
  CAPACITY: ({ capacity }) => capacity,
  WAITLIST_LIMIT: ({ waitlistLimit }) => waitlistLimit,
  IS_OPEN_DOOR: ({ isOpenDoor }) => isOpenDoor,
  SPEAKERS: ({ speakers }) => speakers,
};

const WHERE_AND_WHEN: readonly ProgrammeField[] = [
  ProgrammeField.STARTS_AT,
  ProgrammeField.ENDS_AT,
  ProgrammeField.ROOM,
];

/**
 * What a release of the draft would change, in the order of time.
 *
 * A session is moved when its time or room changes, whatever else does. One that the draft does not know stays as it is,
 * and one that was removed before it was ever released was never there.
 */
export function difference(
  released: readonly ProgrammeEntry[],
  draft: readonly DraftEntry[],
): readonly ProgrammeChange[] {
  const before = new Map(released.map((entry) => [entry.sessionId, entry]));
  return draft
    .flatMap((entry) => changeOf(before.get(entry.sessionId) ?? null, entry))
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.sessionId < b.sessionId ? -1 : 1));
}

function changeOf(before: ProgrammeEntry | null, after: DraftEntry): ProgrammeChange[] {
  if (before === null) {
    return after.isRemoved ? [] : [{ ...saidOf(after), kind: ADDED, fields: fieldsBetween(null, after) }];
  }
  if (after.isRemoved) return [{ ...saidOf(before), kind: CANCELLED, fields: [] }];
  const fields = fieldsBetween(before, after);
  if (fields.length === 0) return [];
  const kind = fields.some(({ field }) => WHERE_AND_WHEN.includes(field)) ? MOVED : CHANGED;
  return [{ ...saidOf(after), kind, fields }];
}

function fieldsBetween(before: ProgrammeEntry | null, after: ProgrammeEntry): FieldDifference[] {
  return Object.values(ProgrammeField).flatMap((field) => {
    const from = before && written[field](before);
    const to = written[field](after);
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ field, from, to }];
  });
}

function saidOf({
  sessionId,
  title,
  startsAt,
  endsAt,
  room,
}: ProgrammeEntry): Omit<ProgrammeChange, 'kind' | 'fields'> {
  return { sessionId, title, startsAt, endsAt, roomName: room.name };
}

/** Texts in one order of languages, so that equal ones read equal. */
function sorted(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
