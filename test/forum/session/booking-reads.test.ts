import type { EntityManager } from '@mikro-orm/postgresql';
import { beforeEach, expect, it } from 'vitest';
import { forum } from '../../../services/forum/subgraph.ts';
import { participant } from '../../../services/shared/access/access.rules.ts';
import { newId } from '../../../services/shared/ids.ts';
import { useService } from '../../support/database.ts';
import { statementsOf } from '../../support/statements.ts';
import { at, booked, givenEdition, givenParticipants, givenSession, NOW } from './sessions.ts';

const BOOKINGS = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person {
  registrations { nodes { bookings {
    status waitlistPosition noOfferReason hasConflict session { startsAt availability { free } }
  } } }
} } }`;
const SESSIONS = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ForumEdition {
  sessions { nodes { viewerCanBook viewerBooking { status } availability { free } } }
} } }`;

const service = useService(forum, () => NOW);
let em: EntityManager;
beforeEach(() => {
  em = service.running.database.orm.em.fork();
});

it('reads the bookings of three registrations with as many statements as those of one', async () => {
  const personId = newId('person');
  const register = async () => {
    const [somebody, other] = await givenParticipants(em, await givenEdition(em), 2);
    const { registrationId } = somebody;
    await em.execute('update registration set person_id = ? where id = ?', [personId, registrationId]);
    const [edition] = await em.execute<{ edition_id: string }[]>('select edition_id from registration where id = ?', [
      registrationId,
    ]);
    const session = await givenSession(em, edition?.edition_id ?? '', { seats: 1 });
    await booked(em, other ?? somebody, session);
    await booked(em, { personId, registrationId }, session);
  };
  const read = () => ask(personId, BOOKINGS, { __typename: 'Person', id: personId });

  await register();
  const one = await statementsOf(read);
  await register();
  await register();
  const three = await statementsOf(read);
  const [person] = await read();

  expect(three.toSorted()).toEqual(one.toSorted());
  expect(person.registrations.nodes).toEqual(
    Array(3).fill({
      bookings: [
        {
          status: 'WAITLISTED',
          waitlistPosition: 1,
          noOfferReason: 'NO_FREE_SEAT',
          hasConflict: false,
          session: { startsAt: at(5).toISOString(), availability: { free: 0 } },
        },
      ],
    }),
  );
});

it('says of three sessions whether the viewer could book them with as many statements as of one', async () => {
  const editionId = await givenEdition(em);
  const [somebody] = await givenParticipants(em, editionId, 1);
  const read = () => ask(somebody.personId, SESSIONS, { __typename: 'ForumEdition', id: editionId });
  const first = await givenSession(em, editionId, { from: 5, until: 7 });
  await booked(em, somebody, first);

  const one = await statementsOf(read);
  await givenSession(em, editionId, { from: 6, until: 8 });
  await givenSession(em, editionId, { from: 7, until: 8 });
  const three = await statementsOf(read);
  const [edition] = await read();

  expect(three.toSorted()).toEqual(one.toSorted());
  expect(edition.sessions.nodes).toEqual([
    { viewerCanBook: false, viewerBooking: { status: 'BOOKED' }, availability: { free: 0 } },
    { viewerCanBook: false, viewerBooking: null, availability: { free: 1 } },
    { viewerCanBook: true, viewerBooking: null, availability: { free: 1 } },
  ]);
});

async function ask(personId: string, query: string, representation: object) {
  const scope = {
    viewer: participant(personId),
    locale: 'en',
    correlationId: 'request_1',
    deadlineAt: Date.now() + 5_000,
  };
  const { data, errors } = await service.running.execute({
    query,
    variables: { representations: [representation] },
    scope,
  });
  expect(errors ?? []).toEqual([]);
  // biome-ignore lint/suspicious/noExplicitAny: the test asserts the whole shape of what it asked for
  return (data as any)._entities;
}
