import { expect, it } from 'vitest';
import { ApplicationStatus } from '../../../services/placements/application/application.rules.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import { receive } from '../../../services/shared/events/inbox.ts';
import { newId } from '../../../services/shared/ids.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import { givenApplication, givenOpening, NOW, officer } from './given.ts';

const service = useService(placements, () => NOW);

it('leaves nothing of what was thought and checked about somebody who is erased, and all about the others', async () => {
  const { orm } = service.running.database;
  const em = () => orm.em.fork();
  const opening = await givenOpening(em());
  const status = ApplicationStatus.ASSESSED;
  const [gone, other] = [
    await givenApplication(em(), opening.id, { status }),
    await givenApplication(em(), opening.id, { status }),
  ];
  for (const { id } of [gone, other]) {
    await em().execute(`insert into declared_interest values (?, ?, false, null, ?)`, [id, officer.personId, NOW]);
    await em().execute(
      `insert into assessment (id, application_id, assessed_by_id, method, score, criteria, recommendation, comment, assessed_at)
       values (?, ?, ?, 'TEST', 5, '[]', 'PREFER', 'Known to me', ?)`,
      [newId('assessment'), id, officer.personId, NOW],
    );
    await em().execute(
      `insert into clearance (application_id, kind, status, valid_until, issuer, reason, recorded_at, recorded_by_id)
       values (?, 'POLICE_RECORD', 'FAILED', null, 'Police', 'A record', ?, ?)`,
      [id, NOW, officer.personId],
    );
  }
  const payload = { personId: gone.person.personId, erasureId: newId('erasure') };
  const event = { id: newId('event'), type: 'ErasureRequested', occurredAt: NOW.getTime(), payload };

  await receive({ service: 'placements', orm, handlers: placements.handlers, keys: TEST_KEYS, now: () => NOW }, event);

  expect(await em().execute('select application_id, comment from assessment')).toEqual([
    { application_id: other.id, comment: 'Known to me' },
  ]);
  expect(await em().execute('select application_id from declared_interest')).toEqual([{ application_id: other.id }]);
  expect(
    await em().execute('select status, issuer, reason from clearance order by application_id = ? desc', [gone.id]),
  ).toEqual([
    { status: 'FAILED', issuer: null, reason: null },
    { status: 'FAILED', issuer: 'Police', reason: 'A record' },
  ]);
});
