import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf } from '../../../shared/access/access.rules.ts';
import { HostOrganisation } from '../../host-organisation/host-organisation.entity.ts';
import { Programme } from '../../programme/programme.entity.ts';
import { moveOpening } from '../move-opening.ts';
import { OpeningStatus } from '../opening.rules.ts';
import { type MoveOpening, type NoMove, openingToMove } from './opening-to-move.ts';
import { type PublicationProblem, publicationProblem } from './publication.rules.ts';

export type PublishOpeningOutcome = { readonly openingId: string } | PublicationProblem | NoMove;

/**
 * Makes a reviewed opening public: applications are taken until its deadline.
 *
 * Holds programme and host as they are until commit, so that neither is suspended meanwhile.
 */
export function publishOpening(em: EntityManager, command: MoveOpening, now: Date): Promise<PublishOpeningOutcome> {
  return em.transactional(async (tx) => {
    const to = OpeningStatus.PUBLISHED;
    const found = await openingToMove(tx, command, to);
    if ('refusal' in found) return found;
    const { opening } = found;
    const held = { lockMode: LockMode.PESSIMISTIC_READ, refresh: true } as const;
    const programme = await tx.findOneOrFail(Programme, opening.programme.id, held);
    const host = await tx.findOneOrFail(HostOrganisation, opening.hostOrganisation.id, held);
    const { startsOn, endsOn, applicationDeadline } = opening;
    const dates = { startsOn, endsOn, applicationDeadline };
    const problem = publicationProblem({ ...dates, texts: opening, programme: programme.status, host }, now);
    if (problem) return problem;
    opening.publishedAt = now;
    await moveOpening(tx, opening, { to, actorId: personOf(command.viewer), command: 'publishOpening' }, now);
    return { openingId: opening.id };
  });
}
