import { byLoader } from '../shared/graph/federated-schema.ts';
import { journalEntities } from '../shared/journal/journal.entities.ts';
import { ErasedPeople } from '../shared/privacy/erased-people.migration.ts';
import { personalRecordsResolver } from '../shared/privacy/personal-records.ts';
import { defineService } from '../shared/service.ts';
import { grantToFocalPoint, revokeFromFocalPoint } from './access/focal-point-grant.ts';
import { RoleGrantSchema } from './access/role-grant.entity.ts';
import { PersonGrantsResolver, RoleGrantResolver } from './access/role-grant.resolver.ts';
import { lapseUpkeep } from './access/tell-lapses.ts';
import { SignInAddressSchema } from './address/sign-in-address.entity.ts';
import { addressUpkeep } from './address/tell-address.ts';
import { ApiClientSchema } from './api-client/api-client.entity.ts';
import { ApiClientResolver } from './api-client/api-client.resolver.ts';
import { type AccountsContext, accountsContext } from './context.ts';
import { forgetDocumentsOfEdition } from './document/delete-documents.ts';
import { documentUpkeep } from './document/document-upkeep.ts';
import { IdentityDocumentSchema } from './document/identity-document.entity.ts';
import { IdentityDocumentResolver, PersonDocumentsResolver } from './document/identity-document.resolver.ts';
import { checkDocumentKeys } from './document/rotate-document-keys.ts';
import { People } from './migrations/0001-people.ts';
import { Profiles } from './migrations/0002-profiles.ts';
import { Access } from './migrations/0003-access.ts';
import { Privacy } from './migrations/0004-privacy.ts';
import { Documents } from './migrations/0005-documents.ts';
import { KnownById } from './migrations/0006-known-by-id.ts';
import { SegmentDefinitions } from './migrations/0007-segment-definitions.ts';
import { KnownVolunteers } from './migrations/0008-known-volunteers.ts';
import { Lapses } from './migrations/0009-lapses.ts';
import { LatinNameResolver } from './name/latin-name.resolver.ts';
import {
  noteHeadOfDelegation,
  noteHeadOfDelegationEnded,
  noteParticipantListed,
} from './person/note-public-function.ts';
import { noteVolunteer } from './person/note-volunteer.ts';
import { PersonSchema, PublicFunctionSchema } from './person/person.entity.ts';
import { PersonResolver } from './person/person.resolver.ts';
import { PersonType } from './person/person.types.ts';
import { tellProfileWhenAsked } from './person/profile/tell-profile.ts';
import { UpdateProfileResolver } from './person/profile/update-profile.resolver.ts';
import { PeopleResolver } from './person/search/people.resolver.ts';
import { PersonSegmentsResolver } from './person/segment/age-segment.resolver.ts';
import { noteSegment } from './person/segment/note-segment.ts';
import { DataExportSchema } from './privacy/data-export/data-export.entity.ts';
import { DataExportResolver } from './privacy/data-export/data-export.resolver.ts';
import { DataExportType } from './privacy/data-export/data-export.types.ts';
import { eraseAccount } from './privacy/erasure/erase-account.ts';
import { ErasureSchema } from './privacy/erasure/erasure.entity.ts';
import { ErasureResolver, mayReadErasure } from './privacy/erasure/erasure.resolver.ts';
import { ErasureType } from './privacy/erasure/erasure.types.ts';
import { noteReceipt } from './privacy/erasure/note-receipt.ts';
import { personalTables } from './privacy/personal-tables.ts';
import { seedDemo } from './seed/demo.ts';

/** People, and how they sign in. */
export const accounts = defineService<AccountsContext>({
  name: 'accounts',
  entities: [
    ...journalEntities,
    PersonSchema,
    PublicFunctionSchema,
    SignInAddressSchema,
    RoleGrantSchema,
    ApiClientSchema,
    DataExportSchema,
    ErasureSchema,
    IdentityDocumentSchema,
  ],
  migrations: [
    People,
    Profiles,
    Access,
    ErasedPeople,
    Privacy,
    Documents,
    KnownById,
    SegmentDefinitions,
    KnownVolunteers,
    Lapses,
  ],
  resolvers: [
    PersonResolver,
    PersonSegmentsResolver,
    UpdateProfileResolver,
    PeopleResolver,
    LatinNameResolver,
    PersonGrantsResolver,
    RoleGrantResolver,
    ApiClientResolver,
    DataExportResolver,
    ErasureResolver,
    IdentityDocumentResolver,
    PersonDocumentsResolver,
    personalRecordsResolver('accounts', PersonType, personalTables),
  ],
  references: {
    Person: byLoader(
      'id',
      ({ loaders }) => loaders.personById,
      (row) => new PersonType(row),
    ),
    Erasure: byLoader(
      'id',
      ({ loaders }) => loaders.erasureById,
      (row, { viewer, locale }) => (mayReadErasure(row, viewer) ? new ErasureType(row, locale) : null),
    ),
    DataExport: byLoader(
      'id',
      ({ loaders }) => loaders.dataExportById,
      (row, { viewer, now }) => (row.person_id === viewer.personId ? new DataExportType(row, null, now()) : null),
    ),
  },
  contextOf: accountsContext,
  handlers: {
    EditionFinished: forgetDocumentsOfEdition,
    ErasureRequested: eraseAccount,
    ErasureSettled: noteReceipt,
    FocalPointConfirmed: grantToFocalPoint,
    FocalPointRemoved: revokeFromFocalPoint,
    HeadOfDelegationEnded: noteHeadOfDelegationEnded,
    HeadOfDelegationNamed: noteHeadOfDelegation,
    ParticipantListed: noteParticipantListed,
    ProfileWanted: tellProfileWhenAsked,
    RegistrationMade: tellProfileWhenAsked,
    SegmentDefined: noteSegment,
    VolunteerKnown: noteVolunteer,
  },
  upkeep: [documentUpkeep, addressUpkeep, lapseUpkeep],
  checkKeys: checkDocumentKeys,
  seedReference: async () => {},
  seedDemo,
});
