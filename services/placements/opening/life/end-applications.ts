import type { EntityManager } from '@mikro-orm/postgresql';
import { moveAll } from '../../../shared/journal/move-all.ts';
import type { ApplicationOutcome, ApplicationStatus } from '../../application/application.rules.ts';

/** Applications for one opening that end together, and by whose act. */
export interface EndApplications {
  readonly openingId: string;
  readonly from: readonly ApplicationStatus[];
  readonly to: ApplicationStatus;
  readonly outcome: ApplicationOutcome;
  readonly actorId: string;
  readonly command: string;
}

/** Ends applications in one statement, whatever their number; each is told of. The caller's transaction holds the opening. */
export function endApplications(
  tx: EntityManager,
  { openingId, from, to, outcome, actorId, command }: EndApplications,
  now: Date,
): Promise<void> {
  const keys = { applicationId: 'id', openingId: 'opening_id', personId: 'person_id', outcome: 'outcome' };
  return moveAll(
    tx,
    {
      table: 'application',
      where: 'opening_id = ?',
      values: [openingId],
      from,
      to,
      also: { set: 'outcome = ?, rank = null', values: [outcome] },
      actorId,
      command,
      event: 'ApplicationMoved',
      keys,
    },
    now,
  );
}
