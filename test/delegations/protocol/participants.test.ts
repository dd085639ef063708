import { describe, expect, it } from 'vitest';
import { DelegationStatus } from '../../../services/delegations/delegation/delegation.rules.ts';
import { delegations } from '../../../services/delegations/subgraph.ts';
import { ANONYMOUS } from '../../../services/shared/access/access.rules.ts';
import { useService } from '../../support/database.ts';
import { statementsOf } from '../../support/statements.ts';
import { givenDelegation, givenEdition, NOW, tell } from '../delegation/given.ts';
import { ask, givenMember, linesOf } from './given.ts';

const service = useService(delegations, () => NOW);
const em = () => service.running.database.orm.em.fork();
const MEMBERS = `query ($id: ID!, $after: String) { delegation(id: $id) {
  publishedMembers(first: 2, after: $after) {
    nodes { role nativeName { family } } pageInfo { hasNextPage endCursor } } } }`;

async function membersOf(id: string): Promise<string[][]> {
  const pages: string[][] = [];
  for (let after: string | null = null; ; ) {
    const { data, errors } = await ask(service.running, ANONYMOUS, MEMBERS, { id, after });
    expect(errors ?? []).toEqual([]);
    const { nodes, pageInfo } = JSON.parse(JSON.stringify(data)).delegation.publishedMembers;
    pages.push(
      nodes.map((node: { role: string; nativeName: { family: string } }) => `${node.role} ${node.nativeName.family}`),
    );
    if (!pageInfo.hasNextPage) return pages;
    after = pageInfo.endCursor;
  }
}

const coming = (editionId: string, country: string) =>
  givenDelegation(service.running, { status: DelegationStatus.SUBMITTED, country, editionId });

describe('the list of participants', () => {
  it('names who has a seat and consented, and the head by function, page by page in the order of the delegation', async () => {
    const { id } = await coming(await givenEdition(service.running), 'KG');
    await givenMember(service.running, id, { name: 'Адвисер', role: 'ADVISER', listed: true });
    await givenMember(service.running, id, { name: 'Делегат', listed: true });
    await givenMember(service.running, id, { name: 'Басшы', role: 'HEAD' });
    await givenMember(service.running, id, { name: 'Несогласный' });
    await givenMember(service.running, id, { name: 'Неместный', listed: true, status: 'NOMINATED' });
    await givenMember(service.running, id, { name: 'Ушедший', listed: true, status: 'WITHDRAWN' });
    await givenMember(service.running, id, { name: null, listed: true });

    expect(await membersOf(id)).toEqual([['HEAD Басшы', 'DELEGATE Делегат'], ['ADVISER Адвисер']]);
  });

  it('names no head without a seat', async () => {
    const { id } = await coming(await givenEdition(service.running), 'KG');
    await givenMember(service.running, id, { role: 'HEAD', status: 'NOMINATED' });

    expect(await membersOf(id)).toEqual([[]]);
  });

  it('follows the consent that the forum tells of, the last word of it, in whatever order it comes', async () => {
    const { id } = await coming(await givenEdition(service.running), 'KG');
    const nominationId = await givenMember(service.running, id);
    const told = (listed: boolean, seconds: number, of: string | null = nominationId) =>
      tell(
        service.running,
        'ParticipantListed',
        { personId: 'person_1', registrationId: 'registration_1', nominationId: of, listed },
        new Date(NOW.getTime() + seconds * 1_000),
      );

    const before = await membersOf(id);
    await told(true, 1, null);
    const ofAnother = await membersOf(id);
    await told(true, 2);
    const listed = await membersOf(id);
    await told(false, 4);
    await told(true, 3);

    expect([before, ofAnother, listed, await membersOf(id)]).toEqual([[[]], [[]], [['DELEGATE Ахметова']], [[]]]);
  });

  it('is a file for anyone, in the order of precedence, in which no text is run as a formula', async () => {
    const editionId = await givenEdition(service.running);
    const [tajik, kazakh] = [await coming(editionId, 'TJ'), await coming(editionId, 'KZ')];
    await givenMember(service.running, tajik.id, { name: '=HYPERLINK("x")', listed: true });
    await givenMember(service.running, kazakh.id, { role: 'HEAD' });
    await givenMember(service.running, kazakh.id, { name: 'Несогласный' });

    const file = { kind: 'participants', id: editionId, query: { language: 'kk' } };

    expect(await linesOf(service.running, ANONYMOUS, file)).toEqual([
      'KZ,Қазақстан,MEMBER,HEAD,Ахметова Сәуле,AKHMETOVA Saule',
      `TJ,Тәжікстан,MEMBER,DELEGATE,"'=HYPERLINK(""x"") Сәуле",AKHMETOVA Saule`,
    ]);
    expect(await linesOf(service.running, ANONYMOUS, { kind: 'participants', id: 'none' })).toBe('not-found');
  });

  it('costs as many statements for fifty members of three delegations as for one of one', async () => {
    const EDITION = `query ($edition: [_Any!]!) { _entities(representations: $edition) { ... on ForumEdition {
      delegations { nodes { publishedMembers(first: 50) { nodes { role } } } } } } }`;
    const cost = async (countries: readonly string[], members: number) => {
      const editionId = await givenEdition(service.running);
      for (const country of countries) {
        const { id } = await coming(editionId, country);
        for (let member = 0; member < members; member += 1) await givenMember(service.running, id, { listed: true });
      }
      const statements = await statementsOf(async () => {
        const { errors } = await ask(service.running, ANONYMOUS, EDITION, {
          edition: [{ __typename: 'ForumEdition', id: editionId }],
        });
        expect(errors ?? []).toEqual([]);
      });
      const file = await statementsOf(() =>
        linesOf(service.running, ANONYMOUS, { kind: 'participants', id: editionId }),
      );
      return [statements.length, file.length];
    };

    const one = await cost(['KG'], 1);

    expect(one).toEqual([2, 4]);
    expect(await cost(['KG', 'KZ', 'TJ'], 50)).toEqual(one);
  });

  it('has nobody any more who was erased', async () => {
    const { id } = await coming(await givenEdition(service.running), 'KG');
    const nominationId = await givenMember(service.running, id, { role: 'HEAD', listed: true });
    const [{ person_id: personId } = { person_id: '' }] = await em().execute<{ person_id: string }[]>(
      'select person_id from nomination where id = ?',
      [nominationId],
    );
    const before = await membersOf(id);

    const erasureId = 'erasure_1';
    await tell(service.running, 'ErasureRequested', { erasureId, personId, askedAt: NOW.toISOString() });

    expect([before, await membersOf(id)]).toEqual([[['HEAD Ахметова']], [[]]]);
  });
});
