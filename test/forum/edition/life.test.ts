import { describe, expect, it } from 'vitest';
import { forgetTexts } from '../../../services/forum/edition/administration/retention/forget-texts.ts';
import { editionUpkeep } from '../../../services/forum/edition/administration/status/edition-upkeep.ts';
import { registerForForum } from '../../../services/forum/registration/register/register-for-forum.ts';
import { ParticipantCategory } from '../../../services/forum/registration/registration.rules.ts';
import { forum } from '../../../services/forum/subgraph.ts';
import { newId } from '../../../services/shared/ids.ts';
import { silentLog } from '../../support/constants.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import { statementsOf } from '../../support/statements.ts';
import { countsOf } from '../waiting-list/editions.ts';
import { asking, CHANGE, CREATE, eventsOf, given, STEP, statesOf, stepsOf } from './administrators.ts';

let now = new Date('2027-01-10T09:00:00.000Z');
const clock = () => now;

describe('the whole life of an edition, by hand and by its calendar', () => {
  const service = useService(forum, clock);
  const em = () => service.running.database.orm.em.fork();
  const { administrator, anyone } = asking(() => service.running);
  const tick = () => editionUpkeep.run({ em: em(), keys: TEST_KEYS, now: clock, log: silentLog });
  let editionId: string;

  it('begins as a draft that administrators see and nobody else', async () => {
    const created = await administrator(CREATE, { input: given });
    editionId = created.edition.id;

    const query =
      '{ forumEdition(year: 2027) { status allowedTransitions host { code } availability { capacity free } } }';
    expect(await administrator(query, {})).toEqual({
      status: 'DRAFT',
      allowedTransitions: ['ANNOUNCED', 'CANCELLED', 'POSTPONED'],
      host: { code: 'KG' },
      availability: { capacity: 2, free: 2 },
    });
    expect(await anyone(query, {})).toBeNull();
    const list = '{ forumEditions { nodes { year } } }';
    expect((await administrator(list, {})).nodes).toEqual([{ year: 2026 }, { year: 2027 }]);
    expect((await anyone(list, {})).nodes).toEqual([{ year: 2026 }]);
    expect((await administrator('{ forumEditions(status: DRAFT) { nodes { year } } }', {})).nodes).toEqual([
      { year: 2027 },
    ]);
    expect((await anyone('{ forumEditions(status: DRAFT) { nodes { year } } }', {})).nodes).toEqual([]);
  });

  it('is read with others in as many statements as alone', async () => {
    const fields = 'deadlines { nomination } allowedTransitions waitlistLimit availability { free }';
    const page = (first: number) =>
      statementsOf(() => administrator(`{ forumEditions(first: ${first}) { nodes { ${fields} } } }`, {}));

    expect([(await page(1)).length, (await page(2)).length]).toEqual([2, 2]);
  });

  it('is announced, and seen by everybody, who can take it nowhere', async () => {
    await step('ANNOUNCED');

    const query = '{ forumEdition(year: 2027) { status allowedTransitions title(locale: "kk") { text } } }';
    expect(await anyone(query, {})).toEqual({
      status: 'ANNOUNCED',
      allowedTransitions: [],
      title: { text: 'Еріктілер форумы' },
    });
  });

  it('opens registration when its date comes, and not before', async () => {
    now = new Date('2027-03-01T02:59:59.999Z');
    await tick();
    expect(await status()).toBe('ANNOUNCED');

    now = new Date('2027-03-01T03:00:00.000Z');
    await tick();

    expect(await status()).toBe('REGISTRATION_OPEN');
  });

  it('fills up, and is paused and opened again by hand', async () => {
    for (let number = 1; number <= 4; number += 1) await someoneRegisters();
    expect(await countsOf(em(), editionId)).toEqual({ capacity: 2, claimed: 2, offered: 0, waiting: 2, free: 0 });

    await step('REGISTRATION_PAUSED');
    expect(await someoneRegisters()).toEqual({ refusal: 'not-open' });
    await step('REGISTRATION_OPEN');
  });

  it('is put off: its dates go, and who was offered a seat waits again at the same place', async () => {
    const hasMoved = await administrator(
      'mutation ($input: ChangeCapacityInput!) { changeCapacity(input: $input) { __typename } }',
      { input: { editionId, capacity: 4 } },
    );
    expect(hasMoved.__typename).toBe('ChangeCapacitySuccess');
    expect(await countsOf(em(), editionId)).toEqual({ capacity: 4, claimed: 2, offered: 2, waiting: 0, free: 0 });
    const before = await queue('OFFERED');

    await step('POSTPONED');

    expect(await queue('WAITLISTED')).toEqual(before);
    expect(await countsOf(em(), editionId)).toEqual({ capacity: 4, claimed: 2, offered: 0, waiting: 2, free: 2 });
    expect(await em().execute('select status from seat_offer')).toEqual([
      { status: 'WITHDRAWN' },
      { status: 'WITHDRAWN' },
    ]);
    expect(await anyone('{ forumEdition(year: 2027) { startsAt registrationOpensAt } }', {})).toEqual({
      startsAt: null,
      registrationOpensAt: null,
    });
    await tick();
    expect(await status()).toBe('POSTPONED');
  });

  it('is announced anew with new dates alone, and offers the seats again once registration is open', async () => {
    expect(await administrator(STEP, { input: { editionId, to: 'ANNOUNCED' } })).toMatchObject({
      __typename: 'EditionIncomplete',
      missing: ['registrationOpensAt', 'registrationClosesAt', 'startsAt', 'endsAt'],
    });

    const { registrationOpensAt, registrationClosesAt } = given;
    const dates = { startsAt: '2027-06-20T03:00:00.000Z', endsAt: '2027-06-21T12:00:00.000Z' };
    await administrator(CHANGE, { input: { editionId, registrationOpensAt, registrationClosesAt, ...dates } });
    await step('ANNOUNCED');
    await tick();

    expect(await status()).toBe('REGISTRATION_OPEN');
    expect(await countsOf(em(), editionId)).toEqual({ capacity: 4, claimed: 2, offered: 2, waiting: 0, free: 0 });
  });

  it('closes registration and begins by its calendar', async () => {
    now = new Date('2027-04-20T12:00:00.000Z');
    await tick();
    expect(await status()).toBe('REGISTRATION_CLOSED');
    expect(await administrator(STEP, { input: { editionId, to: 'IN_PROGRESS' } })).toMatchObject({
      __typename: 'EditionNotBegun',
      beginsAt: '2027-06-19T18:00:00.000Z',
    });

    now = new Date('2027-06-20T03:00:00.000Z');
    await tick();

    expect(await status()).toBe('IN_PROGRESS');
  });

  it('is finished once it has ended: nobody waits any more, and other services hear of it', async () => {
    expect(await administrator(STEP, { input: { editionId, to: 'FINISHED' } })).toMatchObject({
      __typename: 'EditionNotOver',
      endsAt: '2027-06-21T12:00:00.000Z',
    });

    now = new Date('2027-06-21T12:00:00.000Z');
    await tick();
    await tick();

    expect(await status()).toBe('FINISHED');
    expect(await statesOf(em(), editionId)).toEqual({ NO_SHOW: 2, OFFER_EXPIRED: 2 });
    expect((await eventsOf(em(), editionId)).filter((type) => type === 'EditionFinished')).toHaveLength(1);
  });

  it('changes no more, and forgets what people needed, and their journeys, after thirty days', async () => {
    const refused = await administrator(CHANGE, { input: { editionId, seatOfferHours: 1 } });
    expect(refused).toEqual({ __typename: 'EditionClosed', status: 'FINISHED', code: 'EDITION_CLOSED' });

    await em().execute(
      `insert into travel_details (registration_id, hotel, emergency_contact, told_at)
       select id, 'Hotel', 'my sister', ? from registration where edition_id = ? limit 1`,
      [now, editionId],
    );

    expect(await forgetTexts(em(), new Date('2027-07-21T11:59:59.999Z'))).toBe(0);
    expect(await forgetTexts(em(), new Date('2027-07-21T12:00:00.000Z'))).toBe(5);

    expect(await em().execute('select from travel_details')).toEqual([]);

    expect(await texts()).toEqual([{ affiliation: 4, needs: 0 }]);
  });

  it('is archived, and forgets all that people wrote twenty-four months later', async () => {
    now = new Date('2027-08-01T00:00:00.000Z');
    const archived = await step('ARCHIVED');
    expect(archived.edition).toEqual({ status: 'ARCHIVED', allowedTransitions: [] });

    expect(await forgetTexts(em(), new Date('2029-07-31T23:59:59.999Z'))).toBe(0);
    expect(await forgetTexts(em(), new Date('2029-08-01T00:00:00.000Z'))).toBe(4);
    expect(await forgetTexts(em(), new Date('2029-08-02T00:00:00.000Z'))).toBe(0);

    expect(await texts()).toEqual([{ affiliation: 0, needs: 0 }]);
  });

  it('leaves a trail of each step, and by whom', async () => {
    const byHand = true;

    expect(await stepsOf(em(), editionId)).toEqual([
      { byHand, to: 'ANNOUNCED' },
      { byHand: false, to: 'REGISTRATION_OPEN' },
      { byHand, to: 'REGISTRATION_PAUSED' },
      { byHand, to: 'REGISTRATION_OPEN' },
      { byHand, to: 'POSTPONED' },
      { byHand, to: 'ANNOUNCED' },
      { byHand: false, to: 'REGISTRATION_OPEN' },
      { byHand: false, to: 'REGISTRATION_CLOSED' },
      { byHand: false, to: 'IN_PROGRESS' },
      { byHand: false, to: 'FINISHED' },
      { byHand, to: 'ARCHIVED' },
    ]);
  });

  async function step(to: string) {
    const answer = await administrator(STEP, { input: { editionId, to } });
    expect(answer.__typename).toBe('ChangeEditionStatusSuccess');
    return answer;
  }

  async function status(): Promise<string> {
    return (await administrator('{ forumEdition(year: 2027) { status } }', {})).status;
  }

  function someoneRegisters() {
    now = new Date(now.getTime() + 1_000);
    const command = {
      editionId,
      personId: newId('person'),
      idempotencyKey: null,
      category: ParticipantCategory.OPEN,
      affiliation: 'Dostyq',
      dietaryNeeds: 'no nuts',
      accessibilityNeeds: 'step-free',
      interpretationLanguage: null,
      consents: [],
    };
    return registerForForum(em(), command, now);
  }

  function queue(standing: string): Promise<object[]> {
    return em().execute(
      `select id, priority_class, registered_at, queue_entry from registration where status = ?
       order by priority_class, registered_at, queue_entry`,
      [standing],
    );
  }

  function texts(): Promise<object[]> {
    return em().execute(
      `select count(affiliation)::int as affiliation, count(dietary_needs)::int + count(accessibility_needs)::int as needs
       from registration where edition_id = ?`,
      [editionId],
    );
  }
});
