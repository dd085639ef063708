import { Edition } from '../../../services/forum/edition/edition.entity.ts';
import { EditionStatus } from '../../../services/forum/edition/edition.rules.ts';
import type { FilterValues } from '../../../services/forum/organisers/list/registration-filter.rules.ts';
import { Registration } from '../../../services/forum/registration/registration.entity.ts';
import { ParticipantCategory, RegistrationStatus } from '../../../services/forum/registration/registration.rules.ts';
import { participant, type Role, type Viewer } from '../../../services/shared/access/access.rules.ts';
import { newId } from '../../../services/shared/ids.ts';
import { foldedKey } from '../../../services/shared/names/fold.rules.ts';
import type { RunningService } from '../../../services/shared/service.ts';

export const ADMIN_ID = newId('person');
export const DESK_ID = newId('person');
export const admin = holder('ADMINISTRATOR', null, ADMIN_ID);

/** A filter that lets everybody pass. */
export const ALL: FilterValues = {
  status: null,
  category: null,
  country: null,
  rarestName: null,
  names: null,
  registeredAfter: null,
  registeredBefore: null,
};

/** Somebody with a role over an edition, or over everything. */
export function holder(role: Role, editionId: string | null, personId = newId('person')): Viewer {
  const scope = editionId === null ? { kind: 'ALL' as const, id: null } : { kind: 'EDITION' as const, id: editionId };
  return { ...participant(personId), grants: [{ role, scope }] };
}

/** Asks the service alone, without a gateway. */
export async function ask(running: RunningService, viewer: Viewer, query: string, variables: object = {}) {
  const scope = { viewer, locale: 'en', correlationId: newId('request'), deadlineAt: Date.now() + 20_000 };
  const { data, errors = [] } = await running.execute({ query, variables: { ...variables }, scope });
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts the whole shape of what it asked for
  return { data: data as any, errors };
}

let year = 4000;

export async function givenEdition(running: RunningService): Promise<string> {
  const em = running.database.orm.em.fork();
  const id = newId('forum_edition');
  year += 1;
  em.create(Edition, {
    id,
    year,
    title: { en: 'A forum' },
    hostCountry: 'KZ',
    city: { en: 'Astana' },
    timeZone: 'Asia/Almaty',
    status: EditionStatus.REGISTRATION_OPEN,
    isDemo: false,
    startsAt: new Date('2999-10-01T04:00:00Z'),
    endsAt: new Date('2999-10-03T12:00:00Z'),
  });
  await em.flush();
  return id;
}

export interface Somebody {
  readonly personId?: string | null;
  readonly status?: RegistrationStatus;
  readonly category?: ParticipantCategory;
  readonly citizenship?: string | null;
  readonly family?: string;
  readonly given?: string;
  readonly registeredAt?: Date;
  readonly affiliation?: string | null;
  readonly dietaryNeeds?: string | null;
}

/** Registers people in the order given, each a minute after the one before. Returns the IDs of the registrations. */
export async function givenRegistrations(
  running: RunningService,
  editionId: string,
  people: readonly Somebody[],
): Promise<string[]> {
  const em = running.database.orm.em.fork();
  const ids = people.map((somebody, place) => {
    const { family = 'Ospanova', given = 'Dana', personId = newId('person') } = somebody;
    const registration = em.create(Registration, {
      id: newId('registration'),
      edition: em.getReference(Edition, editionId, { wrapped: true }),
      personId,
      addressKey: personId === null ? newId('address') : null,
      category: somebody.category ?? ParticipantCategory.OPEN,
      status: somebody.status ?? RegistrationStatus.CONFIRMED,
      registeredAt: somebody.registeredAt ?? new Date(Date.UTC(2026, 2, 1, 0, place)),
      citizenship: somebody.citizenship === undefined ? 'KZ' : somebody.citizenship,
      latinName: { family: family.toUpperCase(), given: given.toUpperCase() },
      foldedName: foldedKey({ display: `${given} ${family}` }),
      affiliation: somebody.affiliation ?? null,
      dietaryNeeds: somebody.dietaryNeeds ?? null,
    });
    return registration.id;
  });
  await em.flush();
  return ids;
}
