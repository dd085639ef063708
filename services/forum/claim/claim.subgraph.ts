import { inTurn } from '../../shared/events/in-turn.ts';
import { byReference } from '../../shared/graph/federated-schema.ts';
import type { ServicePart } from '../../shared/service-part.ts';
import type { ForumContext } from '../context.ts';
import { DelegationReference } from '../registration/registration.types.ts';
import { noteSeatsReserved } from '../reserve/note-seats-reserved.ts';
import { decideSeatClaim, noteSeatReleased } from './decide-seat-claim.ts';
import { DelegationRegistrationsResolver } from './delegation-registrations.resolver.ts';
import { endEarlierAdmission, noteAdmission } from './note-admission.ts';
import { noteNominator, noteVerifier } from './note-hands.ts';
import { SeatClaimSchema } from './seat-claim.entity.ts';

/** Seats that delegations claim for those whom they name. */
export const claimPart: ServicePart<ForumContext> = {
  entities: [SeatClaimSchema],
  resolvers: [DelegationRegistrationsResolver],
  references: { Delegation: byReference('id', (id) => new DelegationReference(id)) },
  handlers: {
    CredentialsVerified: inTurn(noteVerifier, noteAdmission),
    SeatClaimed: inTurn(decideSeatClaim, noteNominator, endEarlierAdmission),
    SeatReleased: noteSeatReleased,
    SeatsReserved: noteSeatsReserved,
  },
};
