import { describe, expect, it } from 'vitest';
import { CredentialsDecision } from '../../../services/delegations/credentials/credentials.rules.ts';
import {
  releaseCredentials,
  takeCredentials,
} from '../../../services/delegations/credentials/take/take-credentials.ts';
import { DelegationRole } from '../../../services/delegations/nomination/nomination.rules.ts';
import { delegations } from '../../../services/delegations/subgraph.ts';
import { newId } from '../../../services/shared/ids.ts';
import { NOW } from '../../forum/waiting-list/editions.ts';
import { asOwner } from '../../shared/database/owner.ts';
import { useService } from '../../support/database.ts';
import { statementsOf } from '../../support/statements.ts';
import { givenDelegation as givenDelegationIn, givenNominations, holder } from '../delegation/given.ts';
import { givenDelegation, useDesk } from '../nomination/desk.ts';
import { auditOf, credentialsOf, entrusted, givenConfirmed, type Officer, officerOf, verify } from './officers.ts';

const QUEUE = `query ($id: ID!, $filter: CredentialsQueueFilter, $first: Int, $after: String) {
  credentialsQueue(editionId: $id, filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      status missing waitingSince ageInHours note decision decidedAt takenAt owner { id } checklist { item met }
      nomination { id status delegation { id } }
    }
  }
}`;

describe('work on credentials', () => {
  const desk = useDesk();
  const take = (viewer: Officer, nominationId: string, expectedVersion: number | null = null) =>
    takeCredentials(desk.delegations, { viewer, nominationId, expectedVersion }, NOW);
  const release = (viewer: Officer, nominationId: string) =>
    releaseCredentials(desk.delegations, { viewer, nominationId, expectedVersion: null }, NOW);

  it('is taken by one officer, of many who take it at once, and left to them', async () => {
    const { delegationId, editionId } = await givenDelegation(desk);
    const { nominationId } = await givenConfirmed(desk, delegationId);
    const officers = Array.from({ length: 8 }, () => officerOf(editionId));

    const outcomes = await Promise.all(officers.map((officer) => take(officer, nominationId)));

    const state = await credentialsOf(desk, nominationId);
    const owner = officers.find(({ personId }) => personId === state?.owner_id);
    const other = officers.find(({ personId }) => personId !== state?.owner_id);
    if (!owner || !other) throw new Error('one of them has it');
    const taken = { refusal: 'credentials-taken', ownerId: owner.personId };
    expect(outcomes.filter((one) => 'nominationId' in one)).toHaveLength(1);
    expect(outcomes.filter((one) => 'refusal' in one)).toEqual(Array.from({ length: 7 }, () => taken));
    expect(state).toMatchObject({ status: 'UNDER_REVIEW', is_waiting: true });
    expect(await verify(desk, other, nominationId)).toEqual(taken);
    expect(await credentialsOf(desk, nominationId)).toEqual(state);
    expect(await take(owner, nominationId)).toEqual({ nominationId });
    expect((await auditOf(desk, nominationId)).filter(([command]) => command === 'takeCredentials')).toEqual([
      ['takeCredentials', 'status=UNDER_REVIEW', `owner=${owner.personId}`],
    ]);
    expect(await verify(desk, owner, nominationId)).toEqual({ nominationId });
  });

  it('is given back by its owner or an administrator, and by nobody else', async () => {
    const { delegationId, editionId } = await givenDelegation(desk);
    const { nominationId } = await givenConfirmed(desk, delegationId);
    const [owner, other] = [officerOf(editionId), officerOf(editionId)];
    const free = await release(owner, nominationId);
    await take(owner, nominationId);

    const refused = await release(other, nominationId);
    const kept = await credentialsOf(desk, nominationId);
    const released = await release(owner, nominationId);
    const afterwards = await credentialsOf(desk, nominationId);
    await take(other, nominationId);
    await release(entrusted('ADMINISTRATOR', 'ALL', null), nominationId);

    expect(free).toEqual({ nominationId });
    expect(refused).toEqual({ refusal: 'credentials-taken', ownerId: owner.personId });
    expect(kept?.owner_id).toBe(owner.personId);
    expect(released).toEqual({ nominationId });
    expect(afterwards).toMatchObject({ status: 'UNDER_REVIEW', owner_id: null, is_waiting: true });
    expect((await credentialsOf(desk, nominationId))?.owner_id).toBe(null);
  });

  it('is not for whoever nominated, and not there before or after', async () => {
    const { delegationId, editionId } = await givenDelegation(desk);
    const { nominationId } = await givenConfirmed(desk, delegationId);
    const officer = officerOf(editionId);

    const byNominator = await take(officerOf(editionId, 'person_focal'), nominationId);
    const elsewhere = await take(officerOf(newId('forum_edition')), nominationId);
    const stale = await take(officer, nominationId, 1);
    await verify(desk, officer, nominationId);
    const late = await take(officer, nominationId);

    expect(byNominator).toEqual({ refusal: 'four-eyes-required' });
    expect(elsewhere).toEqual({ refusal: 'nomination-not-found' });
    expect(stale).toMatchObject({ refusal: 'version-conflict' });
    expect(late).toMatchObject({ refusal: 'invalid-transition', from: 'APPROVED', to: 'UNDER_REVIEW' });
  });

  it('goes on where it was held, or came back', async () => {
    const { delegationId, editionId } = await givenDelegation(desk);
    const { nominationId } = await givenConfirmed(desk, delegationId);
    const officer = officerOf(editionId);
    await verify(desk, officer, nominationId, { decision: CredentialsDecision.RETURN, note: 'No signature' });

    await take(officer, nominationId);

    expect(await credentialsOf(desk, nominationId)).toMatchObject({
      status: 'UNDER_REVIEW',
      owner_id: officer.personId,
      is_waiting: true,
    });
  });
});

describe('the queue of credentials', () => {
  const service = useService(delegations);
  const em = () => service.running.database.orm.em.fork();

  async function ask(variables: Record<string, unknown>, viewer = holder('ADMINISTRATOR', 'ALL', null)) {
    const scope = { viewer, locale: 'en', correlationId: newId('request'), deadlineAt: Date.now() + 20_000 };
    return service.running.execute({ query: QUEUE, variables, scope });
  }

  /** So many nominations that wait, each an hour longer than the one before it. */
  async function givenQueue(count: number) {
    const { id, editionId } = await givenDelegationIn(service.running);
    await givenNominations(
      em(),
      id,
      Array.from({ length: count }, () => DelegationRole.DELEGATE),
    );
    await em().execute(`update nomination set status = 'CONFIRMED' where delegation_id = ?`, [id]);
    await em().execute(
      `insert into credentials (nomination_id, edition_id, delegation_id, person_id, waiting_since)
       select id, edition_id, delegation_id, person_id,
         date_trunc('milliseconds', now()) - row_number() over (order by id) * interval '1 hour'
       from nomination where delegation_id = ?`,
      [id],
    );
    const rows = await em().execute<{ nomination_id: string }[]>(
      'select nomination_id from credentials where delegation_id = ? order by waiting_since',
      [id],
    );
    return { id, editionId, oldestFirst: rows.map(({ nomination_id: nominationId }) => nominationId) };
  }

  it('has what has waited longest first, page by page, as asked for', async () => {
    const { id, editionId, oldestFirst } = await givenQueue(5);
    const [first = '', second = ''] = oldestFirst;
    const ownerId = newId('person');
    await em().execute('update credentials set owner_id = ?, taken_at = now() where nomination_id = ?', [
      ownerId,
      second,
    ]);
    await em().execute(`update nomination set status = 'ON_HOLD' where id = ?`, [first]);
    const idsOf = async (variables: Record<string, unknown>) => {
      const { data, errors } = await ask({ id: editionId, ...variables });
      expect(errors ?? []).toEqual([]);
      const { nodes, totalCount, pageInfo } = Object(data).credentialsQueue;
      return { ids: nodes.map((node: { nomination: { id: string } }) => node.nomination.id), totalCount, pageInfo };
    };

    const page = await idsOf({ first: 2 });
    const next = await idsOf({ first: 3, after: page.pageInfo.endCursor });

    expect(page).toMatchObject({ ids: [first, second], totalCount: 5, pageInfo: { hasNextPage: true } });
    expect(next).toMatchObject({ ids: oldestFirst.slice(2), totalCount: 5, pageInfo: { hasNextPage: false } });
    expect((await idsOf({ filter: { states: ['ON_HOLD'] } })).ids).toEqual([first]);
    expect((await idsOf({ filter: { ownerId } })).ids).toEqual([second]);
    expect(await idsOf({ filter: { isTaken: false } })).toMatchObject({ totalCount: 4 });
    expect((await idsOf({ filter: { delegationId: id } })).ids).toEqual(oldestFirst);
    expect((await idsOf({ filter: { delegationId: newId('delegation') } })).ids).toEqual([]);

    await em().execute(`update nomination set status = 'APPROVED' where id = ?`, [first]);
    expect((await idsOf({})).ids).toEqual(oldestFirst.slice(1));
  });

  it('is read in as many statements for one, three and fifty', async () => {
    const costs: number[] = [];
    for (const count of [1, 3, 50]) {
      const { editionId } = await givenQueue(count);
      const statements = await statementsOf(async () => {
        const { data, errors } = await ask({ id: editionId, first: 100 });
        expect(errors ?? []).toEqual([]);
        expect(data).toMatchObject({ credentialsQueue: { totalCount: count } });
      });
      costs.push(statements.length);
    }

    expect(costs).toEqual([4, 4, 4]);
  });

  it('walks its index, and sorts nothing, however many wait', async () => {
    const { id, editionId } = await givenQueue(3);
    const plan = await asOwner(service.running, async (owner) => {
      await owner.query(`update quota set allocated = 9000 where delegation_id = $1`, [id]);
      await owner.query(
        `insert into nomination (id, delegation_id, person_id, category, role, status)
         select 'nomination_' || place, $1, 'person_' || place, 'DELEGATE', 'DELEGATE', 'CONFIRMED'
         from generate_series(1, 5000) as place`,
        [id],
      );
      await owner.query(
        `insert into credentials (nomination_id, edition_id, delegation_id, waiting_since)
         select 'nomination_' || place, $1, $2, now() - place * interval '1 minute'
         from generate_series(1, 5000) as place`,
        [editionId, id],
      );
      await owner.query('analyze credentials');
      await owner.query('analyze nomination');
      const [text] = (await statementsOf(() => ask({ id: editionId, first: 20 }))).filter((one) => /limit/.test(one));
      const { rows } = await owner.query(`explain (generic_plan) ${text}`);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });

    expect(plan).toContain('using credentials_waiting');
    expect(plan).not.toMatch(/Sort|Seq Scan/);
  });

  it('tells the owner to officers alone, and strangers nothing', async () => {
    const { id, editionId, oldestFirst } = await givenQueue(1);
    const [nominationId] = oldestFirst;
    const ownerId = newId('person');
    await em().execute(`update credentials set owner_id = ?, taken_at = now(), note = 'Held' where edition_id = ?`, [
      ownerId,
      editionId,
    ]);
    const [row] = await em().execute<{ person_id: string }[]>('select person_id from nomination where id = ?', [
      nominationId,
    ]);
    const seen = async (viewer: Parameters<typeof ask>[1]) => {
      const query = `{ _entities(representations: [{ __typename: "Nomination", id: "${nominationId}" }]) {
        ... on Nomination { credentials { note owner { id } takenAt } } } }`;
      const scope = {
        viewer: viewer ?? holder('ADMINISTRATOR', 'ALL', null),
        locale: 'en',
        correlationId: newId('request'),
        deadlineAt: Date.now() + 20_000,
      };
      const { data } = await service.running.execute({ query, scope });
      return Object(data)._entities[0];
    };
    const nominee = { personId: row?.person_id ?? '', apiClientId: null, grants: [] };

    expect(await seen(holder('ACCREDITATION_OFFICER', 'EDITION', editionId))).toMatchObject({
      credentials: { note: 'Held', owner: { id: ownerId } },
    });
    const hidden = { credentials: { note: 'Held', owner: null, takenAt: null } };
    expect(await seen(nominee)).toEqual(hidden);
    expect(await seen(holder('FOCAL_POINT', 'DELEGATION', id))).toEqual(hidden);
    expect(await seen(holder('FOCAL_POINT', 'DELEGATION', newId('delegation')))).toBe(null);
    const { errors } = await ask({ id: editionId }, holder('ACCREDITATION_OFFICER', 'EDITION', newId('forum_edition')));
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
  });
});
