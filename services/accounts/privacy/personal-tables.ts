import { unseal } from '../../shared/crypto/sealed.ts';
import { houseTables, type PersonalTable } from '../../shared/privacy/personal-table.ts';
import { maskNumber, numberPlace } from '../document/identity-document.rules.ts';

/** How people sign in. The tables are identity's, which answers for them and erases them; see `identity-records.ts`. */
const identityTables: readonly PersonalTable[] = [
  {
    table: 'sign_in',
    from: 'identity.sign_in_of(:person)',
    where: 'true',
    shown: ['email', 'email_verified', 'name', 'image', 'created_at', 'updated_at'],
    order: 'created_at',
    whenErased: 'kept',
  },
  {
    table: 'sign_in_method',
    from: 'identity.sign_in_methods_of(:person)',
    where: 'true',
    shown: ['provider', 'account', 'created_at'],
    order: 'created_at',
    whenErased: 'kept',
  },
  {
    table: 'sign_in_session',
    from: 'identity.sessions_of(:person)',
    where: 'true',
    shown: ['address', 'program', 'created_at', 'expires_at'],
    order: 'created_at',
    whenErased: 'kept',
  },
];

/** All that accounts keeps about people. What refers to a person is erased before the person. */
export const personalTables: readonly PersonalTable[] = [
  {
    table: 'sign_in_address',
    where: 'person_id = :person',
    shown: ['email'],
    hidden: ['person_id', 'told_at'],
    order: 'email',
    whenErased: 'deleted',
  },
  {
    table: 'public_function',
    where: 'person_id = :person',
    shown: ['held_in_id', 'since', 'is_held'],
    hidden: ['person_id'],
    order: 'since, held_in_id',
    whenErased: 'deleted',
  },
  {
    table: 'known_volunteer',
    where: 'person_id = :person',
    shown: ['deployment_id', 'country_code', 'host_organisation_id', 'until', 'deployment_version'],
    hidden: ['person_id'],
    order: 'deployment_id',
    whenErased: 'deleted',
  },
  {
    // Who was entrusted with what stays in the audit trail, by ID.
    table: 'role_grant',
    where: 'person_id = :person',
    shown: ['id', 'role', 'scope_kind', 'scope_id', 'since', 'until', 'revoked_at'],
    hidden: ['person_id', 'granted_by_id', 'revoked_by_id', 'lapse_told_at'],
    order: 'since, id',
    whenErased: 'deleted',
  },
  {
    table: 'data_export',
    where: 'person_id = :person',
    shown: ['id', 'requested_at', 'expires_at', 'downloads'],
    hidden: ['person_id', 'token_hash'],
    order: 'requested_at, id',
    whenErased: 'deleted',
  },
  {
    table: 'erasure',
    where: 'person_id = :person',
    shown: ['id', 'requested_at', 'completed_at'],
    hidden: ['person_id', 'requested_by_id'],
    order: 'requested_at',
    whenErased: 'kept',
  },
  {
    table: 'identity_document',
    where: 'person_id = :person',
    shown: ['id', 'kind', 'issuing_country', 'number', 'expires_on', 'held_for_edition_id', 'recorded_at'],
    hidden: ['person_id'],
    // Whoever is passed the link learns which document it is, and not its number.
    sealed: {
      column: 'number',
      read: (keys, sealed, { id, personId }) => maskNumber(unseal(keys, sealed, numberPlace(id, personId))),
    },
    order: 'recorded_at, id',
    whenErased: 'deleted',
  },
  {
    table: 'person',
    where: 'id = :person',
    shown: [
      'id',
      'display_name',
      'native_name',
      'latin_name',
      'citizenship',
      'birth_date',
      'languages',
      'preferred_locale',
      'created_at',
      'profile_changed_at',
      'version',
    ],
    // Made of the names, for searching.
    hidden: ['folded_name'],
    order: 'id',
    whenErased: 'deleted',
  },
  ...identityTables,
  ...houseTables,
];
