import { buffer, text } from 'node:stream/consumers';
import type { Viewer } from '../../../services/shared/access/access.rules.ts';
import { newId } from '../../../services/shared/ids.ts';
import type { RunningService } from '../../../services/shared/service.ts';

export interface Member {
  readonly role?: string;
  readonly status?: string;
  readonly name?: string | null;
  readonly listed?: boolean;
}

/** Somebody whom a delegation names, straight in the database; the ID of the nomination. */
export async function givenMember(
  running: RunningService,
  delegationId: string,
  { role = 'DELEGATE', status = 'CONFIRMED', name = 'Ахметова', listed = false }: Member = {},
): Promise<string> {
  const id = newId('nomination');
  await running.database.orm.em.fork().execute(
    `insert into nomination (id, delegation_id, person_id, category, role, status, native_name, latin_name, listed)
     values (?, ?, ?, 'DELEGATE', ?, ?, ?::jsonb, ?::jsonb, ?)`,
    [
      id,
      delegationId,
      newId('person'),
      role,
      status,
      name === null ? null : JSON.stringify({ family: name, given: 'Сәуле' }),
      name === null ? null : JSON.stringify({ family: 'Akhmetova', given: 'Saule' }),
      listed,
    ],
  );
  return id;
}

function scopeOf(viewer: Viewer) {
  return { viewer, locale: 'en', correlationId: newId('request'), deadlineAt: Date.now() + 20_000 };
}

/** Asks the service alone. */
export function ask(running: RunningService, viewer: Viewer, query: string, variables: object) {
  return running.execute({ query, variables: { ...variables }, scope: scopeOf(viewer) });
}

interface Asked {
  readonly kind: string;
  readonly id: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** A file of the service as bytes, or why there is none. */
export async function fileOf(running: RunningService, viewer: Viewer, { kind, id, query = {} }: Asked) {
  const answer = await running.openFile({ kind, id, query, scope: scopeOf(viewer) });
  if ('refusal' in answer) return answer.refusal;
  return { ...answer.head, body: await buffer(answer.body) };
}

/** Lines of a file of CSV, cells parted at commas, without its mark and heading. */
export async function linesOf(running: RunningService, viewer: Viewer, asked: Asked): Promise<string[] | string> {
  const answer = await running.openFile({ query: {}, ...asked, scope: scopeOf(viewer) });
  if ('refusal' in answer) return answer.refusal;
  return (await text(answer.body)).split('\r\n').slice(1, -1);
}
