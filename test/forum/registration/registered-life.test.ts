import { describe, expect, it } from 'vitest';
import { changeRegistration } from '../../../services/forum/registration/change/change-registration.ts';
import { extendDeadline } from '../../../services/forum/registration/deadline/extend-deadline.ts';
import { duplicateLoaders } from '../../../services/forum/registration/duplicate/duplicate.loaders.ts';
import { settleDuplicate } from '../../../services/forum/registration/duplicate/settle-duplicate.ts';
import { ConsentPurpose } from '../../../services/forum/registration/registration.rules.ts';
import { recordTravelDetails } from '../../../services/forum/registration/travel/record-travel-details.ts';
import { checkTravel } from '../../../services/forum/registration/travel/travel.rules.ts';
import { withdrawRegistration } from '../../../services/forum/registration/withdraw/withdraw-registration.ts';
import { forum } from '../../../services/forum/subgraph.ts';
import { newId } from '../../../services/shared/ids.ts';
import { useService } from '../../support/database.ts';
import {
  CLOSES,
  countsOf,
  givenEdition,
  givenRegistration,
  NOW,
  register,
  STARTS,
  stateOf,
} from '../waiting-list/editions.ts';

const service = useService(forum);
const em = () => service.running.database.orm.em.fork();
const hoursAfter = (instant: Date, hours: number) => new Date(instant.getTime() + hours * 3_600_000);
const personOf = async (registrationId: string) => (await stateOf(em(), registrationId))?.person_id ?? '';
const NOTHING_TOLD = {
  affiliation: null,
  dietaryNeeds: null,
  accessibilityNeeds: null,
  interpretationLanguage: null,
  consents: [],
};
const NO_TRAVEL = {
  arrivesAt: null,
  arrivalTransport: null,
  departsAt: null,
  departureTransport: null,
  hotel: null,
  needsVisa: null,
  visaOffice: null,
  emergencyContact: null,
};

describe('an extended deadline', () => {
  it('lets one person register after the others can no more', async () => {
    const editionId = await givenEdition(em(), { capacity: 2, waitlistLimit: 0 });
    const personId = newId('person');
    const late = hoursAfter(CLOSES, 24);
    const until = hoursAfter(CLOSES, 48);

    await extendDeadline(em(), { actorId: newId('person'), editionId, personId, until, reason: null }, NOW);

    expect(await register(em(), editionId, newId('person'), late)).toEqual({ refusal: 'not-open' });
    expect(await register(em(), editionId, personId, until)).toEqual({ refusal: 'not-open' });
    expect(await register(em(), editionId, personId, late)).toHaveProperty('registrationId');
  });

  it.each([
    ['in the past', NOW],
    ['after the edition starts', hoursAfter(STARTS, 1)],
  ])('cannot lie %s', async (_case, until) => {
    const editionId = await givenEdition(em(), { capacity: 2, waitlistLimit: 0 });
    const command = { actorId: newId('person'), editionId, personId: newId('person'), until, reason: null };

    const outcome = await extendDeadline(em(), command, NOW);

    expect(outcome).toEqual({ refusal: 'outside-edition', earliest: NOW, latest: STARTS });
    expect(await em().execute('select * from deadline_extension where edition_id = ?', [editionId])).toEqual([]);
  });
});

describe('changing a registration', () => {
  const consent = (version: string) => ({ purpose: ConsentPurpose.PHOTOGRAPHS, version });
  const consentsOf = (id: string) =>
    em().execute('select purpose, version, given_at::text as given_at from consent where registration_id = ?', [id]);

  it('gives, renews and withdraws consents, and notes each version in the trail', async () => {
    const editionId = await givenEdition(em(), { capacity: 1, waitlistLimit: 0 });
    const registrationId = await givenRegistration(em(), editionId);
    const actorId = await personOf(registrationId);
    const command = { ...NOTHING_TOLD, actorId, registrationId, expectedVersion: null };

    await changeRegistration(em(), { ...command, consents: [consent('2026-01')] }, NOW);
    await changeRegistration(em(), { ...command, consents: [consent('2026-02')] }, hoursAfter(NOW, 1));
    const renewed = await consentsOf(registrationId);
    await changeRegistration(em(), command, hoursAfter(NOW, 2));

    const trail = await em().execute(
      `select changes from audit_entry where subject_id = ? and command = 'changeRegistration' order by at`,
      [registrationId],
    );
    expect(renewed).toEqual([{ purpose: 'PHOTOGRAPHS', version: '2026-02', given_at: '2026-05-01 09:00:00+00' }]);
    expect(await consentsOf(registrationId)).toEqual([]);
    expect(trail.map(({ changes }) => changes)).toEqual([
      [{ field: 'consent.PHOTOGRAPHS', from: null, to: '2026-01' }],
      [{ field: 'consent.PHOTOGRAPHS', from: '2026-01', to: '2026-02' }],
      [{ field: 'consent.PHOTOGRAPHS', from: '2026-02', to: null }],
    ]);
  });

  it('is over at the deadline, but for whoever was given more time', async () => {
    const editionId = await givenEdition(em(), { capacity: 2, waitlistLimit: 0 });
    await em().execute('update edition set modification_closes_at = ? where id = ?', [CLOSES, editionId]);
    const [one, other] = [await givenRegistration(em(), editionId), await givenRegistration(em(), editionId)];
    const personId = await personOf(other);
    await extendDeadline(
      em(),
      { actorId: newId('person'), editionId, personId, until: hoursAfter(CLOSES, 24), reason: null },
      NOW,
    );
    const change = async (registrationId: string) =>
      changeRegistration(
        em(),
        {
          ...NOTHING_TOLD,
          actorId: await personOf(registrationId),
          registrationId,
          affiliation: 'Red Crescent',
          expectedVersion: null,
        },
        CLOSES,
      );

    const [late, extended] = [await change(one), await change(other)];

    expect(late).toEqual({ refusal: 'modification-closed', closedAt: CLOSES });
    expect(extended).toEqual({ registrationId: other });
    expect(await em().execute('select affiliation from registration where id = ?', [one])).toEqual([
      { affiliation: null },
    ]);
  });
});

describe('travel details', () => {
  it('are taken from confirmed participants alone, and go when the registration ends', async () => {
    const editionId = await givenEdition(em(), { capacity: 1, waitlistLimit: 1 });
    const [seated, waiting] = [await givenRegistration(em(), editionId), await givenRegistration(em(), editionId)];
    const tell = async (registrationId: string) =>
      recordTravelDetails(
        em(),
        {
          ...NO_TRAVEL,
          actorId: await personOf(registrationId),
          registrationId,
          hotel: 'Hotel Astana',
          expectedVersion: 0,
        },
        NOW,
      );
    const kept = () => em().execute('select hotel from travel_details where registration_id = ?', [seated]);

    const told = await tell(seated);
    const again = await tell(seated);
    const early = await tell(waiting);
    const before = await kept();
    const withdrawal = { actorId: await personOf(seated), registrationId: seated, expectedVersion: null, reason: null };
    await withdrawRegistration(em(), withdrawal, NOW);

    expect(told).toEqual({ registrationId: seated });
    expect(again).toEqual({ refusal: 'version-conflict', currentVersion: 1 });
    expect(early).toEqual({ refusal: 'not-confirmed', status: 'WAITLISTED' });
    expect(before).toEqual([{ hotel: 'Hotel Astana' }]);
    expect(await kept()).toEqual([]);
  });

  it('that contradict each other are refused all at once', () => {
    const backwards = {
      ...NO_TRAVEL,
      arrivesAt: STARTS,
      departsAt: NOW,
      hotel: ' ',
      arrivalTransport: 'x'.repeat(201),
    };

    expect(checkTravel(backwards)).toEqual([
      { path: ['arrivalTransport'], problem: 'too-long', maximum: 200 },
      { path: ['hotel'], problem: 'blank' },
      { path: ['departsAt'], problem: 'ends-before-start' },
    ]);
  });
});

describe('duplicates', () => {
  async function givenNamed(editionId: string, foldedName: string, birthDate: string): Promise<string> {
    const id = await givenRegistration(em(), editionId);
    await em().execute('update registration set folded_name = ?, birth_date = ? where id = ?', [
      foldedName,
      birthDate,
      id,
    ]);
    return id;
  }
  const proposals = async (editionId: string) => {
    const page = { direction: 'forward', size: 10, from: null } as const;
    const cut = await duplicateLoaders(service.running.database.read).duplicatesByEdition.load({
      owner: editionId,
      page,
    });
    return cut.rows.map(({ first_id, second_id }) => [first_id, second_id]);
  };
  const settle = (keptId: string, otherId: string, areDuplicates: boolean, mayReview = () => true) =>
    settleDuplicate(em(), { actorId: newId('person'), keptId, otherId, areDuplicates, reason: null, mayReview }, NOW);

  it('are proposed by folded name and birth date, within one edition', async () => {
    const editionId = await givenEdition(em(), { capacity: 10, waitlistLimit: 0 });
    const elsewhere = await givenEdition(em(), { capacity: 10, waitlistLimit: 0 });
    const one = await givenNamed(editionId, ' abdirov erlan', '1990-01-01');
    const same = await givenNamed(editionId, ' abdirov erlan serikovich', '1990-01-01');
    await givenNamed(editionId, ' abdirov aidar', '1990-01-01');
    await givenNamed(editionId, ' abdirov erlan', '1990-01-02');
    await givenNamed(elsewhere, ' abdirov erlan', '1990-01-01');

    expect(await proposals(editionId)).toEqual([[one, same].toSorted()]);
  });

  it('are never merged: the other one is cancelled by whoever decides', async () => {
    const editionId = await givenEdition(em(), { capacity: 10, waitlistLimit: 0 });
    const one = await givenNamed(editionId, ' abdirov erlan', '1990-01-01');
    const same = await givenNamed(editionId, ' abdirov erlan', '1990-01-01');

    const stranger = await settle(one, same, true, () => false);
    const untouched = await countsOf(em(), editionId);
    await settle(one, same, true);

    expect(stranger).toEqual({ refusal: 'registration-not-found' });
    expect(untouched).toEqual({ capacity: 10, claimed: 2, offered: 0, waiting: 0, free: 8 });
    expect((await stateOf(em(), one))?.status).toBe('CONFIRMED');
    expect((await stateOf(em(), same))?.status).toBe('CANCELLED');
    expect(await proposals(editionId)).toEqual([]);
  });

  it('that are none are not proposed again', async () => {
    const editionId = await givenEdition(em(), { capacity: 10, waitlistLimit: 0 });
    const one = await givenNamed(editionId, ' kim li', '1990-01-01');
    const other = await givenNamed(editionId, ' kim li', '1990-01-01');

    await settle(other, one, false);

    expect(await proposals(editionId)).toEqual([]);
    expect(await countsOf(em(), editionId)).toMatchObject({ claimed: 2 });
  });
});
