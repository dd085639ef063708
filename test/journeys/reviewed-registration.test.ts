import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operation } from '../support/operations.ts';
import type { TestPerson } from '../support/people.ts';
import { openPortal, type Portal, transports } from '../support/portal.ts';
import { asDatabaseOwner } from '../support/whole-database.ts';

const REGISTER = operation('04-register');
const REVIEW = `mutation ($input: ReviewRegistrationInput!) {
  reviewRegistration(input: $input) {
    __typename
    ... on UserError { code }
    ... on InvalidTransition { from to allowed }
    ... on ReviewRegistrationSuccess { registration { id status } }
  }
}`;
const CHANGE = `mutation ($input: ChangeRegistrationInput!) {
  changeRegistration(input: $input) {
    __typename
    ... on InvalidInput { violations { path code } }
    ... on ChangeRegistrationSuccess { registration { affiliation consents { purpose version } } }
  }
}`;
const TRAVEL = `mutation ($input: RecordTravelDetailsInput!) {
  recordTravelDetails(input: $input) {
    __typename
    ... on RegistrationNotConfirmed { code status }
    ... on InvalidInput { violations { path code } }
    ... on RecordTravelDetailsSuccess { registration { travelDetails { hotel needsVisa version } } }
  }
}`;
const EXTEND = `mutation ($input: ExtendRegistrationDeadlineInput!) {
  extendRegistrationDeadline(input: $input) {
    __typename
    ... on InvalidInput { violations { path code } }
    ... on ExtendRegistrationDeadlineSuccess { person { id } until }
  }
}`;
const PROPOSALS = `{ forumEdition(year: 2026) { duplicateProposals { nodes { registrations { id } } } } }`;
const SETTLE = `mutation ($input: SettleDuplicateInput!) {
  settleDuplicate(input: $input) {
    __typename
    ... on UserError { code }
    ... on SettleDuplicateSuccess { kept { status } other { status } }
  }
}`;

describe.each(transports)('a registration that is reviewed, subgraphs %s', (transport) => {
  let portal: Portal;
  let editionId: string;
  let [speaker, participant]: TestPerson[] = [];
  let [speakersId, participantsId] = ['', ''];
  beforeAll(async () => {
    portal = await openPortal(transport);
    editionId = (await portal.ask('{ forumEdition(year: 2026) { id } }')).data.forumEdition.id;
    [speaker, participant] = await portal.givenPeople(2);
    speakersId = await registered(speaker, 'SPEAKER');
    participantsId = await registered(participant, 'OPEN');
  });
  afterAll(() => portal?.close());

  const as = (person: TestPerson | undefined) => portal.as(person?.token ?? '');
  const role = async (mailbox: string) => portal.as(await portal.signIn(`${mailbox}@demo.erikti.example`));
  async function registered(person: TestPerson | undefined, category: string): Promise<string> {
    const { data } = await as(person).ask(REGISTER, { input: { editionId, category, consents: [] } });
    return data.registerForForum.registration.id;
  }

  it('waits for whoever decides, and is found by nobody else', async () => {
    const input = { registrationId: speakersId, decision: 'APPROVE' };
    const others = await Promise.all(
      ['participant', 'focal-point.kg', 'desk', 'host.ke', 'partner.ke', 'placements'].map(async (mailbox) => {
        const { data } = await (await role(mailbox)).ask(REVIEW, { input });
        return data.reviewRegistration;
      }),
    );
    const travel = await as(speaker).ask(TRAVEL, { input: { registrationId: speakersId, hotel: 'Hotel' } });

    const { data } = await (await role('accreditation')).ask(REVIEW, { input });
    const again = await (await role('admin')).ask(REVIEW, { input });

    expect(others).toEqual(others.map(() => ({ __typename: 'RegistrationNotFound', code: 'REGISTRATION_NOT_FOUND' })));
    expect(travel.data.recordTravelDetails).toEqual({
      __typename: 'RegistrationNotConfirmed',
      code: 'REGISTRATION_NOT_CONFIRMED',
      status: 'PENDING_REVIEW',
    });
    expect(data.reviewRegistration.registration).toEqual({ id: speakersId, status: 'CONFIRMED' });
    expect(again.data.reviewRegistration).toMatchObject({
      __typename: 'InvalidTransition',
      from: 'CONFIRMED',
      allowed: ['CANCELLED'],
    });
  });

  it('is its owner’s to change and to complete, and theirs alone', async () => {
    const change = { registrationId: speakersId, affiliation: 'Red Crescent', consents: [] };
    const consents = [{ purpose: 'PARTICIPANT_LIST', version: '2026-01' }];
    const travel = { registrationId: speakersId, hotel: 'Hotel Astana', needsVisa: true };

    const changed = await as(speaker).ask(CHANGE, { input: { ...change, consents } });
    const told = await as(speaker).ask(TRAVEL, { input: travel });
    const backwards = await as(speaker).ask(TRAVEL, {
      input: { ...travel, arrivesAt: '2026-10-02T00:00:00Z', departsAt: '2026-10-01T00:00:00Z' },
    });
    const stranger = await as(participant).ask(CHANGE, { input: change });
    const desk = await (await role('desk')).ask(
      'query ($id: ID!) { node(id: $id) { ... on Registration { id affiliation travelDetails { hotel } consents { version } } } }',
      { id: speakersId },
    );

    expect(changed.data.changeRegistration.registration).toEqual({ affiliation: 'Red Crescent', consents });
    expect(told.data.recordTravelDetails.registration).toEqual({
      travelDetails: { hotel: 'Hotel Astana', needsVisa: true, version: 1 },
    });
    expect(backwards.data.recordTravelDetails.violations).toEqual([
      { path: ['input', 'departsAt'], code: 'ENDS_BEFORE_START' },
    ]);
    expect(stranger.data.changeRegistration).toEqual({ __typename: 'RegistrationNotFound' });
    expect(desk.data.node).toEqual({
      id: speakersId,
      affiliation: 'Red Crescent',
      travelDetails: null,
      consents: null,
    });
  });

  it('gives a public name to whoever consented to be listed, and takes it back with the consent', async () => {
    const nameOf = async () => {
      const { data } = await portal.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Person { displayName } } }', {
        ids: [speaker?.personId],
      });
      return data.nodes[0]?.displayName ?? null;
    };

    await expect.poll(nameOf, { timeout: 10_000 }).toBe('Tester');
    await as(speaker).ask(CHANGE, { input: { registrationId: speakersId, consents: [] } });
    await expect.poll(nameOf, { timeout: 10_000 }).toBeNull();
  });

  it('may be made after the deadline by whoever was given more time', async () => {
    const until = new Date(Date.now() + 3 * 86_400_000).toISOString();
    const input = { editionId, personId: participant?.personId, until };
    const { data: early } = await (await role('accreditation')).ask(EXTEND, {
      input: { ...input, until: '2026-01-01T00:00:00Z' },
    });

    const { data } = await (await role('accreditation')).ask(EXTEND, { input });
    const seen = await as(participant).ask('{ forumEdition(year: 2026) { viewerExtendedUntil } }');
    const others = await as(speaker).ask('{ forumEdition(year: 2026) { viewerExtendedUntil } }');

    expect(early.extendRegistrationDeadline.violations).toEqual([
      { path: ['input', 'until'], code: 'DEADLINE_OUTSIDE' },
    ]);
    expect(data.extendRegistrationDeadline).toMatchObject({ person: { id: participant?.personId }, until });
    expect(seen.data.forumEdition.viewerExtendedUntil).toBe(until);
    expect(others.data.forumEdition.viewerExtendedUntil).toBeNull();
  });

  it('is proposed as a duplicate to whoever decides, and merged with nothing', async () => {
    await asDatabaseOwner(portal.owner, (client) =>
      client.query(
        `update forum.registration set folded_name = ' abdirov erlan', birth_date = '1990-01-01' where id = any($1)`,
        [[speakersId, participantsId]],
      ),
    );
    const officer = await role('accreditation');

    const { data: proposed } = await officer.ask(PROPOSALS);
    const stranger = await as(participant).ask(SETTLE, {
      input: { keptId: speakersId, otherId: participantsId, areDuplicates: true },
    });
    const { data } = await officer.ask(SETTLE, {
      input: { keptId: speakersId, otherId: participantsId, areDuplicates: true },
    });
    const { data: after } = await officer.ask(PROPOSALS);

    const pairs = proposed.forumEdition.duplicateProposals.nodes.map(
      ({ registrations }: { registrations: { id: string }[] }) => registrations.map(({ id }) => id),
    );
    expect(pairs).toEqual([[speakersId, participantsId].toSorted()]);
    expect(stranger.data.settleDuplicate.code).toBe('REGISTRATION_NOT_FOUND');
    expect(data.settleDuplicate).toMatchObject({ kept: { status: 'CONFIRMED' }, other: { status: 'CANCELLED' } });
    expect(after.forumEdition.duplicateProposals.nodes).toEqual([]);
  });
});
