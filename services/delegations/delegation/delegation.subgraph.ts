import { byLoader } from '../../shared/graph/federated-schema.ts';
import type { ServicePart } from '../../shared/service-part.ts';
import type { DelegationsContext } from '../context.ts';
import { DelegationSchema, QuotaSchema } from './delegation.entity.ts';
import { DelegationResolver, EditionDelegationsResolver } from './delegation.resolver.ts';
import { DelegationType } from './delegation.types.ts';
import { DelegationDeskResolver } from './desk/desk.resolver.ts';
import { DeskActsResolver } from './desk/desk-acts.resolver.ts';
import { EditionCalendarSchema } from './edition-calendar/edition-calendar.entity.ts';
import { noteEditionScheduled } from './edition-calendar/note-edition-scheduled.ts';
import { FocalPointSchema } from './focal-point/focal-point.entity.ts';
import { FocalPointActsResolver } from './focal-point/focal-point-acts.resolver.ts';
import { InviteDelegationResolver } from './invitation/invite-delegation.resolver.ts';
import { noteAddress } from './known-address/note-address.ts';
import { noteVerbaleUpkeep } from './note-verbale/forget-notes-verbales.ts';
import { NoteVerbaleSchema } from './note-verbale/note-verbale.entity.ts';
import { NoteVerbaleResolver } from './note-verbale/note-verbale.resolver.ts';
import { NOTES_VERBALES, noteVerbaleFile } from './note-verbale/note-verbale-file.ts';
import { reserveUpkeep } from './reserve/tell-reserve.ts';

/** Delegations, from the invitation to the day their list is handed in, and who acts for them. */
export const delegationPart: ServicePart<DelegationsContext> = {
  entities: [DelegationSchema, QuotaSchema, EditionCalendarSchema, FocalPointSchema, NoteVerbaleSchema],
  resolvers: [
    DelegationResolver,
    EditionDelegationsResolver,
    DelegationDeskResolver,
    DeskActsResolver,
    InviteDelegationResolver,
    FocalPointActsResolver,
    NoteVerbaleResolver,
  ],
  references: {
    Delegation: byLoader(
      'id',
      ({ loaders }) => loaders.delegationById,
      (row) => new DelegationType(row),
    ),
  },
  handlers: { AddressNoted: noteAddress, EditionScheduled: noteEditionScheduled },
  files: { [NOTES_VERBALES]: noteVerbaleFile },
  upkeep: [reserveUpkeep, noteVerbaleUpkeep],
};
