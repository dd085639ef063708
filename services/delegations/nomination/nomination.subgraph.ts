import { byLoader } from '../../shared/graph/federated-schema.ts';
import type { ServicePart } from '../../shared/service-part.ts';
import type { DelegationsContext } from '../context.ts';
import { ConfirmNominationResolver } from './confirm/confirm-nomination.resolver.ts';
import { noteClaimAnswer, noteRegistrationEnded } from './confirm/note-claim-answer.ts';
import { quotaUpkeep } from './deadline/return-unused-quota.ts';
import { NominateDelegatesResolver } from './nominate/nominate-delegates.resolver.ts';
import { NominationSchema } from './nomination.entity.ts';
import {
  actorOf,
  DelegationNominationsResolver,
  NominationResolver,
  PersonNominationsResolver,
} from './nomination.resolver.ts';
import { NominationType } from './nomination.types.ts';
import { nomineeUpkeep } from './nominee/link-nominees.ts';
import { RepeatedNominee } from './refusal/nomination-refusals.types.ts';
import { SubstituteDelegateResolver } from './substitute/substitute-delegate.resolver.ts';
import { SuccessionResolver } from './succession/succession.resolver.ts';
import { WaiverResolver } from './waiver/waiver.resolver.ts';
import { noteDelegationLeft } from './withdraw/note-delegation-left.ts';
import { WithdrawNominationResolver } from './withdraw/withdraw-nomination.resolver.ts';

/** Whom delegations name, and the seats these claim in the forum. */
export const nominationPart: ServicePart<DelegationsContext> = {
  entities: [NominationSchema],
  resolvers: [
    NominationResolver,
    DelegationNominationsResolver,
    PersonNominationsResolver,
    NominateDelegatesResolver,
    ConfirmNominationResolver,
    SubstituteDelegateResolver,
    WithdrawNominationResolver,
    SuccessionResolver,
    WaiverResolver,
  ],
  references: {
    Nomination: byLoader(
      'id',
      ({ loaders }) => loaders.nominationById,
      (row, { viewer }) => (actorOf(viewer, row) ? new NominationType(row) : null),
    ),
  },
  handlers: {
    DelegationStatusChanged: noteDelegationLeft,
    SeatClaimAnswered: noteClaimAnswer,
    RegistrationEnded: noteRegistrationEnded,
  },
  upkeep: [nomineeUpkeep, quotaUpkeep],
};

/** Refusals of single rows, which no operation answers by themselves. */
export const rowRefusals = [RepeatedNominee];
