import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  ACTIVE,
  ApplicationStatus,
  applicationTransitions,
} from '../../../services/placements/application/application.rules.ts';
import { ClearanceKind, ClearanceStage } from '../../../services/placements/clearance/clearance.rules.ts';
import { recordClearance } from '../../../services/placements/clearance/record/record-clearance.ts';
import { ClearanceDecision } from '../../../services/placements/clearance/standing.rules.ts';
import { acceptPlacement } from '../../../services/placements/offer/answer/accept-placement.ts';
import { declinePlacement } from '../../../services/placements/offer/answer/decline-placement.ts';
import { expireOffers } from '../../../services/placements/offer/expire-offers.ts';
import { rescindOffer } from '../../../services/placements/offer/rescind/rescind-offer.ts';
import { advanceApplication } from '../../../services/placements/selection/advance/advance-application.ts';
import { advancesFrom, CHOSEN, PLACED } from '../../../services/placements/selection/selection.rules.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import { useService } from '../../support/database.ts';
import { givenApplication, givenOpening, holder, NOW, offer, officer, type Somebody, somebody } from './given.ts';

const PEOPLE = 3;
const OPENINGS = 2;
const MINUTE_MS = 60_000;
const service = useService(placements, () => NOW);
const em = () => service.running.database.orm.em.fork();

/** One thing that somebody tries: on which application, by whom, and which of the ways there are. */
const command = fc.record({
  act: fc.oneof(
    { weight: 8, arbitrary: fc.constant('advance' as const) },
    { weight: 4, arbitrary: fc.constant('offer' as const) },
    { weight: 2, arbitrary: fc.constant('accept' as const) },
    { weight: 8, arbitrary: fc.constantFrom('apply', 'decline', 'rescind', 'fail', 'wait', 'jump') },
  ),
  whose: fc.nat({ max: PEOPLE * OPENINGS - 1 }),
  actor: fc.nat({ max: 9 }),
  way: fc.nat({ max: 8 }),
});

/** The straight way of somebody in both openings to a placement in the first, which chance alone does not always find. */
const PLACING = (['advance', 'offer', 'accept'] as const).map((act) => ({ act, whose: OPENINGS, actor: 0, way: 0 }));

interface State {
  readonly id: string;
  readonly opening_id: string;
  readonly person_id: string;
  readonly status: ApplicationStatus;
}

it('keeps its promises, whatever anybody tries in whatever order', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(command, { minLength: 20, maxLength: 45 }),
      fc.integer({ min: 1, max: 2 }),
      async (commands, positions) => {
        const clearances = [{ kind: ClearanceKind.REFERENCES, stage: ClearanceStage.BEFORE_TRAVEL }];
        const openings = [
          await givenOpening(em(), { positions, clearances }),
          await givenOpening(em(), { positions: 1, clearances }),
        ];
        const people = Array.from({ length: PEOPLE }, somebody);
        const host = holder('HOST_OFFICER', 'HOST_ORGANISATION', openings[0]?.hostId ?? null);
        let now = NOW;
        for (const opening of openings) {
          for (const [index, person] of people.entries()) {
            const status = index === 0 ? ApplicationStatus.SUBMITTED : ApplicationStatus.ASSESSED;
            await givenApplication(em(), opening.id, { person, status });
          }
        }
        for (const { act, whose, actor, way } of commands) {
          const opening = openings[whose % OPENINGS];
          const person = people[Math.floor(whose / OPENINGS)];
          if (!opening || !person) throw new Error('there is nobody there');
          const before = await statesOf(openings.map(({ id }) => id));
          const mine = before.findLast((one) => one.opening_id === opening.id && one.person_id === person.personId);
          const by: Somebody = actor < 7 ? officer : ([host, person, somebody()][actor - 7] ?? officer);
          if (act === 'wait') now = new Date(now.getTime() + way * 2_000 * MINUTE_MS);
          const isRefused = await attempt(act, { mine, opening: opening.id, person, by, way }, now);
          const after = await statesOf(openings.map(({ id }) => id));
          await checkPromises(before, after, isRefused);
          for (const one of after) seen.add(one.status);
        }
      },
    ),
    { numRuns: 40, endOnFailure: true, examples: [[PLACING, 1]] },
  );
  // The commands reach into every corner that this room has.
  expect([...seen]).toEqual(
    expect.arrayContaining(['PREFERRED', 'RESERVE', 'OFFERED', 'ACCEPTED', 'WITHDRAWN', 'CLEARANCE_FAILED']),
  );
}, 120_000);

interface Attempt {
  readonly mine: State | undefined;
  readonly opening: string;
  readonly person: Somebody;
  readonly by: Somebody;
  readonly way: number;
}

/** Tries something; true where it is refused. */
async function attempt(act: string, { mine, opening, person, by, way }: Attempt, now: Date): Promise<boolean> {
  if (act === 'wait') return (await expireOffers(em(), now)) === 0;
  if (act === 'apply') {
    const made = givenApplication(em(), opening, { person, status: ApplicationStatus.ASSESSED });
    return made.then(
      () => false,
      () => true,
    );
  }
  if (!mine) return true;
  const { id: applicationId } = mine;
  const [open] = await em().execute<{ id: string }[]>(
    'select id from offer where application_id = ? order by offered_at desc, id desc limit 1',
    [applicationId],
  );
  const offerId = open?.id ?? 'offer_none';
  const actorId = by === officer ? person.personId : by.personId;
  const step = () => {
    const ways = advancesFrom(mine.status, 'placement-officer').filter((to) => way > 6 || !hasEnded(to));
    const all = Object.values(ApplicationStatus);
    const to = (act === 'jump' ? all[way] : ways[way % Math.max(1, ways.length)]) ?? ApplicationStatus.NOT_SELECTED;
    const command = { viewer: by, applicationId, to, outcome: null, note: null, expectedVersion: null };
    return advanceApplication(em(), command, now);
  };
  const acts: Record<string, () => Promise<object>> = {
    advance: step,
    jump: step,
    offer: () => offer(em(), applicationId, { viewer: by, now }),
    accept: () => acceptPlacement(em(), { actorId, idempotencyKey: null, offerId }, now),
    decline: () => declinePlacement(em(), { actorId, offerId, reason: null }, now),
    rescind: () => rescindOffer(em(), { actorId: by.personId, offerId, reason: 'Plans changed' }, now),
    fail: () => {
      const verdict = { status: ClearanceDecision.FAILED, validUntil: null, issuedBy: null, reason: null };
      const kind = ClearanceKind.REFERENCES;
      return recordClearance(em(), { viewer: by, applicationId, verdict: { ...verdict, kind } }, now);
    },
  };
  const outcome = await acts[act]?.();
  return outcome === undefined || 'refusal' in outcome;
}

function hasEnded(status: ApplicationStatus): boolean {
  return !ACTIVE.includes(status);
}

function statesOf(openingIds: readonly string[]): Promise<State[]> {
  return em().execute<State[]>(
    'select id, opening_id, person_id, status from application where opening_id in (?) order by id',
    [[...openingIds]],
  );
}

async function checkPromises(before: readonly State[], after: readonly State[], isRefused: boolean): Promise<void> {
  if (isRefused) expect(after).toEqual(before);
  const moved = after.flatMap((one) => {
    const was = before.find(({ id }) => id === one.id)?.status ?? one.status;
    return was === one.status ? [] : [{ ...one, was }];
  });
  for (const { was, status } of moved) {
    expect(applicationTransitions.some(({ from, to }) => from === was && to === status)).toBe(true);
  }
  const active = after.filter(({ status }) => !hasEnded(status)).map((one) => one.opening_id + one.person_id);
  expect(new Set(active).size).toBe(active.length);
  for (const opening of new Set(after.map((one) => one.opening_id))) {
    const [tally] = await em().execute<
      { offered: number; filled: number; free: number; offers: number; served: number }[]
    >(
      `select offered, filled, free,
         (select count(*)::int from offer where offer.opening_id = p.opening_id and status = 'OPEN') as offers,
         (select count(*)::int from deployment where deployment.opening_id = p.opening_id) as served
       from opening_positions p where opening_id = ?`,
      [opening],
    );
    if (!tally) throw new Error('nobody counts');
    const here = after.filter((one) => one.opening_id === opening);
    const count = (...statuses: ApplicationStatus[]) => here.filter(({ status }) => statuses.includes(status)).length;
    expect(tally.free).toBeGreaterThanOrEqual(0);
    expect(tally).toMatchObject({ offered: tally.offers, filled: tally.served });
    expect(tally).toMatchObject({
      offers: count(ApplicationStatus.OFFERED),
      served: count(ApplicationStatus.ACCEPTED),
    });
    const isFreed = moved.some((one) => one.opening_id === opening && PLACED.includes(one.was) && hasEnded(one.status));
    if (isFreed && tally.free > count(...CHOSEN)) expect(count(ApplicationStatus.RESERVE)).toBe(0);
  }
  const serving = after.filter(({ status }) => status === ApplicationStatus.ACCEPTED).map((one) => one.person_id);
  expect(new Set(serving).size).toBe(serving.length);
}
