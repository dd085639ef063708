import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { DelegationsContext } from '../../context.ts';
import { type DelegationActor, DelegationStatus, stepsOf } from '../delegation.rules.ts';
import { DelegationType } from '../delegation.types.ts';
import { FocalPointType } from '../focal-point/focal-point.types.ts';
import { NoteVerbaleType } from '../note-verbale/note-verbale.types.ts';
import { actorsAmong } from './desk.rules.ts';
import { DelegationDeadlinesType } from './desk.types.ts';

const FOR_WHOM = 'For its focal points, accreditation officers and administrators';

@Resolver(() => DelegationType)
export class DelegationDeskResolver {
  @FieldResolver(() => [FocalPointType], { description: `${FOR_WHOM}; empty for all others. The earliest first.` })
  async focalPoints(
    @Root() delegation: DelegationType,
    @Arg('former', () => Boolean, { defaultValue: false, description: 'Also those who are one no longer.' })
    former: boolean,
    @Ctx() context: DelegationsContext,
  ): Promise<FocalPointType[]> {
    if (!(await readsDesk(delegation, context))) return [];
    const rows = await context.loaders.focalPointsByDelegation.load(delegation.id);
    return rows.filter(({ until }) => former || until === null).map((row) => new FocalPointType(row));
  }

  @FieldResolver(() => [NoteVerbaleType], { description: `${FOR_WHOM}; empty for all others. The earliest first.` })
  async notesVerbales(
    @Root() delegation: DelegationType,
    @Ctx() context: DelegationsContext,
  ): Promise<NoteVerbaleType[]> {
    if (!(await readsDesk(delegation, context))) return [];
    const rows = await context.loaders.notesVerbalesByDelegation.load(delegation.id);
    return rows.map((row) => new NoteVerbaleType(row));
  }

  @FieldResolver(() => DelegationDeadlinesType, {
    nullable: true,
    description: `${FOR_WHOM}; null for all others, and until the delegations service was told of the edition.`,
  })
  async deadlines(
    @Root() delegation: DelegationType,
    @Ctx() context: DelegationsContext,
  ): Promise<DelegationDeadlinesType | null> {
    if (!(await readsDesk(delegation, context))) return null;
    const row = await context.loaders.calendarByEdition.load(delegation.editionId);
    return row && new DelegationDeadlinesType(row);
  }

  @FieldResolver(() => [DelegationStatus], {
    description: 'Where the viewer may take it from here. Empty for all who do not act for it.',
  })
  async allowedTransitions(
    @Root() delegation: DelegationType,
    @Ctx() context: DelegationsContext,
  ): Promise<DelegationStatus[]> {
    return stepsOf(delegation.state, await actorsOn(delegation, context));
  }
}

/** Whether a viewer reads what is prepared for a delegation: who runs it, and who checks it. */
export async function readsDesk(delegation: DelegationType, context: DelegationsContext): Promise<boolean> {
  return (await actorsOn(delegation, context)).length > 0;
}

async function actorsOn(
  { id, editionId, state: status }: DelegationType,
  { viewer, loaders }: DelegationsContext,
): Promise<readonly DelegationActor[]> {
  if (viewer.personId === null) return [];
  return actorsAmong(viewer, { id, editionId, status }, await loaders.focalPointsByDelegation.load(id));
}
