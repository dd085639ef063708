import type { EntityManager } from '@mikro-orm/postgresql';
import { holds, personOf, type Viewer } from '../../../shared/access/access.rules.ts';
import type { FileSource, ServedFile } from '../../../shared/files/file.ts';
import { audit } from '../../../shared/journal/journal.ts';
import type { ServiceContext } from '../../../shared/service.ts';
import { portalLanguage } from '../../../shared/text/localize.rules.ts';
import type { DelegationLoaders, DelegationRow } from '../../delegation/delegation.loaders.ts';
import type { EditionCalendarLoaders } from '../../delegation/edition-calendar/edition-calendar.loaders.ts';
import { composes, VERIFIERS } from '../../nomination/nomination.rules.ts';
import { delegationsInOrder } from '../delegations-in-order.ts';
import type { ProtocolLoaders } from '../protocol.loaders.ts';
import { listCsv } from './list-csv.ts';
import { listPdf } from './list-pdf.ts';

interface ListContext extends ServiceContext {
  readonly loaders: ProtocolLoaders & DelegationLoaders & EditionCalendarLoaders;
}

/** What the second parts of the addresses of these lists are. */
export const PROTOCOL = 'protocol';
export const DELEGATION_LIST = 'delegation-list';

/**
 * All delegations to an edition with their members, for those who check credentials and administrators: a PDF in the language
 * of `?language=`, CSV with `?format=csv`. The trail says who has taken it.
 */
export const protocolFile: FileSource<ListContext> = async (context, { id, query }) => {
  const { viewer, loaders } = context;
  if (viewer.personId === null) return 'unauthenticated';
  if (!checks(viewer, id)) return 'not-found';
  const calendar = await loaders.calendarByEdition.load(id);
  if (!calendar) return 'not-found';
  return listOf(context, { subjectId: id, editionId: id, query }, await delegationsInOrder(loaders, id));
};

/** One delegation with its members, also for those who compose it. */
export const delegationListFile: FileSource<ListContext> = async (context, { id, query }) => {
  const { viewer, loaders } = context;
  if (viewer.personId === null) return 'unauthenticated';
  const delegation = await loaders.delegationById.load(id);
  if (!delegation || !(composes(viewer, id) || checks(viewer, delegation.edition_id))) return 'not-found';
  return listOf(context, { subjectId: id, editionId: delegation.edition_id, query }, [delegation]);
};

function checks(viewer: Viewer, editionId: string): boolean {
  return holds(viewer, VERIFIERS, { kind: 'EDITION', id: editionId });
}

interface Asked {
  readonly subjectId: string;
  readonly editionId: string;
  readonly query: Readonly<Record<string, string>>;
}

async function listOf(
  { em, viewer, loaders, locale, now }: ListContext,
  { subjectId, editionId, query }: Asked,
  rows: readonly DelegationRow[],
): Promise<ServedFile | 'not-found'> {
  const calendar = await loaders.calendarByEdition.load(editionId);
  if (!calendar) return 'not-found';
  const asOf = now();
  const delegations = await Promise.all(
    rows.map(async (row) => ({ ...row, members: await loaders.membersByDelegation.load(row.id) })),
  );
  const language = portalLanguage(query.language ?? locale);
  const list = { language, year: calendar.year, timeZone: calendar.time_zone, asOf, delegations };
  const isCsv = query.format === 'csv';
  const body = isCsv ? listCsv(list) : await listPdf(list);
  await noteDownload(em, { actorId: personOf(viewer), subjectId, format: isCsv ? 'csv' : 'pdf' }, asOf);
  return {
    contentType: isCsv ? 'text/csv; charset=utf-8' : 'application/pdf',
    filename: `delegations-${calendar.year}.${isCsv ? 'csv' : 'pdf'}`,
    body,
  };
}

function noteDownload(
  em: EntityManager,
  { actorId, subjectId, format }: { readonly actorId: string; readonly subjectId: string; readonly format: string },
  now: Date,
): Promise<void> {
  return em.transactional(async (tx) => {
    const changes = [{ field: 'format', from: null, to: format }];
    audit(tx, { actorId, command: 'downloadDelegationList', subjectId, changes }, now);
  });
}
