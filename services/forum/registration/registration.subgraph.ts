import { byLoader } from '../../shared/graph/federated-schema.ts';
import type { ServicePart } from '../../shared/service-part.ts';
import { bringsThem } from '../claim/delegation-registrations.rules.ts';
import type { ForumContext } from '../context.ts';
import { registrationNotices } from '../notice/registration-notices.ts';
import { maySeeRegistration } from '../organisers/organisers.rules.ts';
import { seatOfferUpkeep } from '../waiting-list/expire-seat-offers.ts';
import { RegistrationGroupSchema, SeatOfferSchema } from '../waiting-list/waiting-list.entity.ts';
import { WaitingListResolver } from '../waiting-list/waiting-list.resolver.ts';
import { ChangeRegistrationResolver } from './change/change-registration.resolver.ts';
import { ConsentResolver } from './change/consent.resolver.ts';
import { DeadlineExtensionSchema } from './deadline/deadline-extension.entity.ts';
import { ExtendDeadlineResolver } from './deadline/extend-deadline.resolver.ts';
import { DuplicateProposalResolver, EditionDuplicatesResolver } from './duplicate/duplicate.resolver.ts';
import { groupNamesUpkeep } from './group/forget-names.ts';
import {
  PersonGroupsResolver,
  RegistrationGroupResolver,
  RegistrationInGroupResolver,
} from './group/group.resolver.ts';
import { maySeeGroup } from './group/group.rules.ts';
import { RegistrationGroupType } from './group/group.types.ts';
import { RegisterGroupResolver } from './group/register/register-group.resolver.ts';
import { identityUpkeep } from './identity/identity-upkeep.ts';
import { noteAddress } from './identity/link-registrations.ts';
import { noteProfile } from './identity/note-profile.ts';
import { RegisterForForumResolver } from './register/register-for-forum.resolver.ts';
import { ConsentSchema, RegistrationSchema } from './registration.entity.ts';
import { PersonRegistrationsResolver, RegistrationResolver } from './registration.resolver.ts';
import { RegistrationType } from './registration.types.ts';
import { ReviewRegistrationResolver } from './review/review-registration.resolver.ts';
import { TravelDetailsSchema } from './travel/travel-details.entity.ts';
import { TravelDetailsResolver } from './travel/travel-details.resolver.ts';
import { WithdrawRegistrationResolver } from './withdraw/withdraw-registration.resolver.ts';

/** Who takes part: registering, waiting, being reviewed, leaving. */
export const registrationPart: ServicePart<ForumContext> = {
  entities: [
    RegistrationGroupSchema,
    SeatOfferSchema,
    RegistrationSchema,
    ConsentSchema,
    DeadlineExtensionSchema,
    TravelDetailsSchema,
  ],
  resolvers: [
    RegistrationResolver,
    PersonRegistrationsResolver,
    RegisterForForumResolver,
    WithdrawRegistrationResolver,
    ReviewRegistrationResolver,
    ChangeRegistrationResolver,
    ConsentResolver,
    ExtendDeadlineResolver,
    TravelDetailsResolver,
    EditionDuplicatesResolver,
    DuplicateProposalResolver,
    RegisterGroupResolver,
    RegistrationGroupResolver,
    RegistrationInGroupResolver,
    PersonGroupsResolver,
    WaitingListResolver,
  ],
  references: {
    Registration: byLoader(
      'id',
      ({ loaders }) => loaders.registrationById,
      (row, { viewer }) =>
        maySeeRegistration(viewer, row) || bringsThem(viewer, row) ? new RegistrationType(row) : null,
    ),
    RegistrationGroup: byLoader(
      'id',
      ({ loaders }) => loaders.groupById,
      (row, { viewer }) => (maySeeGroup(viewer, row) ? new RegistrationGroupType(row) : null),
    ),
  },
  handlers: { ...registrationNotices, AddressNoted: noteAddress, ProfileNoted: noteProfile },
  upkeep: [identityUpkeep, seatOfferUpkeep, groupNamesUpkeep],
};
