import { describe, expect, it } from 'vitest';
import type { IssuedKind } from '../../../services/placements/certificate/certificate.rules.ts';
import { issueCertificate } from '../../../services/placements/certificate/issue-certificate.ts';
import { noteHolder } from '../../../services/placements/certificate/note-holder.ts';
import { CertificateKind } from '../../../services/placements/deployment/ending/ending.rules.ts';
import { lockDeployment } from '../../../services/placements/deployment/move-deployment.ts';
import { personalTables } from '../../../services/placements/privacy/personal-tables.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import { ANONYMOUS, participant, type Viewer } from '../../../services/shared/access/access.rules.ts';
import { sealPayload } from '../../../services/shared/events/sealed-payload.ts';
import { newId } from '../../../services/shared/ids.ts';
import { eraseWhenAsked } from '../../../services/shared/privacy/erase-when-asked.ts';
import { askAs } from '../../support/ask-as.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import { qrCodesOf, textOf } from '../../support/pdf.ts';
import { statementsOf } from '../../support/statements.ts';
import { type GivenDeployment, givenDeployment, hostOfficer, partnerOf, placementOfficer } from '../given.ts';

const ENDED = new Date('2027-03-01T09:00:00.000Z');
const service = useService(placements, () => ENDED);
const em = () => service.running.database.orm.em.fork();

const VERIFY = `query ($number: String!) { certificate(number: $number) {
  number status issuedOn kind holderInitials country { code } startsOn endsOn } }`;
const OWN = 'query ($id: ID!) { deployment(id: $id) { certificate { number kind status url } } }';
const REVOKE = `mutation ($input: RevokeCertificateInput!) { revokeCertificate(input: $input) {
  __typename ... on RevokeCertificateSuccess { certificate { status } } ... on UserError { code } ... on InvalidInput { violations { path code } } } }`;

const NAME = {
  displayName: 'Айгүл',
  nativeName: { family: 'Әбділдә', given: 'Айгүл', patronymic: null },
  latinName: { family: 'Abdilda', given: 'Aigul' },
};

function givenEnded(): Promise<GivenDeployment> {
  return givenDeployment(em(), { status: 'COMPLETED', endedOn: '2027-02-28' });
}

function issue({ id }: GivenDeployment, kind: IssuedKind = CertificateKind.FULL): Promise<void> {
  return em().transactional(async (tx) => {
    const deployment = await lockDeployment(tx, id);
    if (!deployment) throw new Error('there is no such deployment');
    await issueCertificate(
      tx,
      deployment,
      { kind, actorId: placementOfficer.personId, command: 'endDeployment' },
      ENDED,
    );
  });
}

function noteProfile(personId: string, profile: object = NAME): Promise<void> {
  const sealed = sealPayload(TEST_KEYS, 'ProfileNoted', personId, profile);
  const event = {
    id: newId('event'),
    type: 'ProfileNoted',
    occurredAt: ENDED.getTime(),
    payload: { personId, sealed },
  };
  return em().transactional((tx) => noteHolder(tx, event, ENDED, TEST_KEYS));
}

async function keptOf({ id }: GivenDeployment) {
  const [row] = await em().execute<{ id: string; number: string; latin_name: object | null }[]>(
    'select id, number, latin_name from certificate where deployment_id = ?',
    [id],
  );
  if (!row) throw new Error('there is no certificate');
  return row;
}

async function numberOf(deployment: GivenDeployment): Promise<string> {
  return (await keptOf(deployment)).number;
}

async function ask(viewer: Viewer, query: string, variables: Record<string, unknown>) {
  const { data } = await askAs(service.running, viewer, query, variables);
  return data;
}

function pdfOf(viewer: Viewer, id: string, query: Record<string, string> = {}) {
  const scope = { viewer, locale: 'en', correlationId: 'test', deadlineAt: Date.now() + 10_000 };
  return service.running.openFile({ kind: 'certificates', id, query, scope });
}

async function bytesOf(answer: Awaited<ReturnType<typeof pdfOf>>): Promise<Buffer> {
  if ('refusal' in answer) throw new Error(answer.refusal);
  return Buffer.concat(await answer.body.toArray());
}

describe('a certificate', () => {
  it('is issued once, however many end the deployment at the same moment', async () => {
    const deployment = await givenEnded();

    await Promise.all(Array.from({ length: 8 }, () => issue(deployment)));

    const rows = await em().execute('select kind, status from certificate where deployment_id = ?', [deployment.id]);
    expect(rows).toEqual([{ kind: 'FULL', status: 'VALID' }]);
  });

  it('is verified by anyone who has its number, without a name', async () => {
    const deployment = await givenEnded();
    await issue(deployment);
    await noteProfile(deployment.personId);
    const number = await numberOf(deployment);

    const { certificate } = await ask(ANONYMOUS, VERIFY, { number: number.toLowerCase().replaceAll('-', ' ') });

    expect(certificate).toEqual({
      number,
      status: 'VALID',
      issuedOn: '2027-03-01',
      kind: 'FULL',
      holderInitials: 'A. A.',
      country: { code: 'KE' },
      startsOn: '2026-09-01',
      endsOn: '2027-02-28',
    });
    expect(await ask(ANONYMOUS, VERIFY, { number: 'ERK-0000-0000-0000' })).toEqual({ certificate: null });
  });

  it('waits for the name of its holder, and then keeps it whatever they are called later', async () => {
    const deployment = await givenEnded();
    await issue(deployment);
    const holder = participant(deployment.personId);
    const before = (await ask(holder, OWN, { id: deployment.id })).deployment.certificate;

    await noteProfile(deployment.personId, { ...NAME, latinName: null });
    await noteProfile(deployment.personId);
    await noteProfile(deployment.personId, { ...NAME, latinName: { family: 'Other', given: 'Else' } });

    const after = (await ask(holder, OWN, { id: deployment.id })).deployment.certificate;
    const row = await keptOf(deployment);
    expect(before.url).toBeNull();
    expect(after.url).toBe(`http://localhost:4000/files/placements/certificates/${row.id}`);
    expect(row.latin_name).toEqual({ family: 'Abdilda', given: 'Aigul' });
  });

  it('is printed with its holder’s names, and a code that leads to its verification', async () => {
    const deployment = await givenEnded();
    await issue(deployment, CertificateKind.PARTIAL);
    await noteProfile(deployment.personId);
    const { id, number } = await keptOf(deployment);

    const pdf = await bytesOf(await pdfOf(participant(deployment.personId), id, { language: 'kk' }));
    const again = await bytesOf(await pdfOf(placementOfficer, id, { language: 'kk' }));

    const text = await textOf(pdf);
    expect(text).toContain('Еріктінің сертификаты');
    expect(text).toContain('Әбділдә Айгүл');
    expect(text).toContain('ABDILDA Aigul');
    expect(text).toContain('Қызметтің бір бөлігі өтелді');
    expect(qrCodesOf(pdf)).toEqual([`http://localhost:4000/files/placements/verifications/${number}`]);
    expect(again.equals(pdf)).toBe(true);
  });

  it('is read by its holder, the host and those who run placements, and by nobody else', async () => {
    const deployment = await givenEnded();
    await issue(deployment);
    await noteProfile(deployment.personId);
    const number = await numberOf(deployment);
    const seenBy = async (viewer: Viewer) =>
      (await ask(viewer, OWN, { id: deployment.id })).deployment?.certificate?.number ?? null;

    const readers = [
      participant(deployment.personId),
      hostOfficer(deployment.opening.hostOrganisationId),
      placementOfficer,
    ];
    const others = [ANONYMOUS, participant(newId('person')), hostOfficer('host_organisation_0'), partnerOf('KE')];

    expect(await Promise.all(readers.map(seenBy))).toEqual([number, number, number]);
    expect(await Promise.all(others.map(seenBy))).toEqual([null, null, null, null]);
    const { id } = await keptOf(deployment);
    const files = await Promise.all(others.map((viewer) => pdfOf(viewer, id)));
    expect(files).toEqual([
      { refusal: 'unauthenticated' },
      { refusal: 'not-found' },
      { refusal: 'not-found' },
      { refusal: 'not-found' },
    ]);
  });

  it('is revoked with a reason, which whoever verifies it learns at once', async () => {
    const deployment = await givenEnded();
    await issue(deployment);
    await noteProfile(deployment.personId);
    const number = await numberOf(deployment);

    const revoked = await ask(placementOfficer, REVOKE, { input: { number, reason: 'issued in error' } });
    const again = await ask(placementOfficer, REVOKE, { input: { number, reason: 'issued in error' } });

    expect([revoked, again].map(({ revokeCertificate }) => revokeCertificate)).toEqual([
      { __typename: 'RevokeCertificateSuccess', certificate: { status: 'REVOKED' } },
      { __typename: 'RevokeCertificateSuccess', certificate: { status: 'REVOKED' } },
    ]);
    expect((await ask(ANONYMOUS, VERIFY, { number })).certificate.status).toBe('REVOKED');
    const { id } = await keptOf(deployment);
    expect(await pdfOf(placementOfficer, id)).toEqual({ refusal: 'expired' });
    const audited = await em().execute(
      `select reason from audit_entry where command = 'revokeCertificate' and subject_id = ?`,
      [id],
    );
    expect(audited).toEqual([{ reason: 'issued in error' }]);
  });

  it('is not revoked by an old version, without a reason, or by a number of nothing', async () => {
    const deployment = await givenEnded();
    await issue(deployment);
    const number = await numberOf(deployment);
    const revoke = async (input: object) => (await ask(placementOfficer, REVOKE, { input })).revokeCertificate;

    expect(await revoke({ number, reason: 'issued in error', expectedVersion: 9 })).toEqual({
      __typename: 'VersionConflict',
      code: 'VERSION_CONFLICT',
    });
    expect(await revoke({ number, reason: ' ' })).toEqual({
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      violations: [{ path: ['input', 'reason'], code: 'REASON_TOO_SHORT' }],
    });
    expect(await revoke({ number: 'ERK-0000-0000-0000', reason: 'issued in error' })).toEqual({
      __typename: 'CertificateNotFound',
      code: 'CERTIFICATE_NOT_FOUND',
    });
    expect((await ask(ANONYMOUS, VERIFY, { number })).certificate.status).toBe('VALID');
  });

  it('loses the name of a holder who is erased, and stays genuine', async () => {
    const deployment = await givenEnded();
    await issue(deployment);
    await noteProfile(deployment.personId);
    const number = await numberOf(deployment);
    const payload = { personId: deployment.personId, erasureId: newId('erasure'), requestedAt: ENDED.toISOString() };
    const erase = eraseWhenAsked({ service: 'placements', tables: personalTables });

    await em().transactional((tx) =>
      erase(
        tx,
        { id: newId('event'), type: 'ErasureRequested', occurredAt: ENDED.getTime(), payload },
        ENDED,
        TEST_KEYS,
      ),
    );
    await noteProfile(deployment.personId);

    const { certificate } = await ask(ANONYMOUS, VERIFY, { number });
    expect([certificate.status, certificate.holderInitials]).toEqual(['VALID', null]);
  });

  it('costs as many statements on a page of twenty deployments as on a page of one', async () => {
    const personId = newId('person');
    for (let year = 2000; year < 2020; year += 1) {
      const deployment = await givenDeployment(em(), {
        personId,
        status: 'COMPLETED',
        startsOn: `${year}-03-01`,
        endsOn: `${year}-05-31`,
        endedOn: `${year}-05-31`,
      });
      await issue(deployment);
    }
    const list = (first: number) =>
      statementsOf(() =>
        askAs(
          service.running,
          participant(personId),
          `query ($representations: [_Any!]!) { _entities(representations: $representations) {
             ... on Person { deployments(first: ${first}) { nodes { certificate { number url } } } } } }`,
          { representations: [{ __typename: 'Person', id: personId }] },
        ),
      );

    expect((await list(1)).length).toBe((await list(20)).length);
    expect(await list(20)).toHaveLength(2);
  });
});
