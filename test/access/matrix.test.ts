import { readFileSync } from 'node:fs';
import { buildSchema, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPortal, type Portal } from '../support/portal.ts';

/** Everyone the portal knows, from nobody in particular to the administrator. `system` is a partner's, of Kenya. */
const VIEWERS = [
  'anyone',
  'participant',
  'volunteer',
  'focal-point.kg',
  'accreditation',
  'desk',
  'host.ke',
  'partner.ke',
  'system',
  'placements',
  'admin',
] as const;
type ViewerName = (typeof VIEWERS)[number];
type Outcome = 'allowed' | 'UNAUTHENTICATED' | 'FORBIDDEN';

const everyone: readonly ViewerName[] = VIEWERS;
const people = VIEWERS.filter((viewer) => viewer !== 'anyone' && viewer !== 'system');
const administrators: readonly ViewerName[] = ['admin'];

interface Row {
  readonly ask: string;
  readonly variables?: (known: Known) => object;
  /** Where the field's own answer or refusal stands in the result. */
  readonly allowed: readonly ViewerName[];
  /** Who is told to sign in rather than that they may not; whoever is not signed in when absent. */
  readonly unauthenticated?: readonly ViewerName[];
}

interface Known {
  readonly participantId: string;
}

const PARTICIPANT = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Person';
const participant = ({ participantId }: Known) => ({ ids: [participantId] });
const notPeople: readonly ViewerName[] = ['anyone', 'system'];

/** A row for each root field and each field with a rule of its own. Inputs are such that nothing is changed. */
const MATRIX: Readonly<Record<string, Row>> = {
  'Query.apiClients': { ask: '{ apiClients { nodes { id } } }', allowed: administrators },
  'Query.auditTrail': { ask: '{ auditTrail(subject: "none") { nodes { id } } }', allowed: administrators },
  'Query.country': { ask: '{ country(code: "KZ") { code } }', allowed: everyone },
  'Query.delegation': { ask: '{ delegation(id: "delegation_0") { id } }', allowed: everyone },
  'Query.erasure': { ask: '{ erasure(id: "erasure_0") { id } }', allowed: people, unauthenticated: notPeople },
  'Query.forumEdition': { ask: '{ forumEdition(year: 2026) { id } }', allowed: everyone },
  'Query.forumEditions': { ask: '{ forumEditions { nodes { id } } }', allowed: everyone },
  'Query.internationalYear': { ask: '{ internationalYear(year: 2026) { year } }', allowed: everyone },
  'Query.me': { ask: '{ me { id } }', allowed: everyone },
  'Query.node': { ask: '{ node(id: "delegation_0") { id } }', allowed: everyone },
  'Query.nodes': { ask: '{ nodes(ids: []) { id } }', allowed: everyone },
  'Query.opening': { ask: '{ opening(id: "opening_0") { id } }', allowed: everyone },
  'Query.openings': { ask: '{ openings { nodes { id } } }', allowed: everyone },
  'Query.programmes': { ask: '{ programmes { nodes { id } } }', allowed: everyone },
  'Query.people': {
    ask: '{ people(search: "nobody at all") { nodes { id } } }',
    allowed: ['accreditation', 'desk', 'placements', 'admin'],
  },
  'Query.suggestLatinName': {
    ask: '{ suggestLatinName(family: "Ким", given: "Ли", language: "ru") { table } }',
    allowed: everyone,
  },
  'Mutation.acceptSeatOffer': {
    ask: 'mutation { acceptSeatOffer(input: { seatOfferId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.declineSeatOffer': {
    ask: 'mutation { declineSeatOffer(input: { seatOfferId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.withdrawRegistration': {
    ask: 'mutation { withdrawRegistration(input: { registrationId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.createApiClient': {
    ask: 'mutation { createApiClient(input: { name: " ", country: "KE" }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.deleteIdentityDocument': {
    ask: 'mutation { deleteIdentityDocument(input: { documentId: "none" }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.grantRole': {
    ask: 'mutation { grantRole(input: { email: "nobody@else.example", role: ADMINISTRATOR }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.recordIdentityDocument': {
    ask: `mutation { recordIdentityDocument(
      input: { kind: PASSPORT, issuingCountry: "KZ", number: "?", expiresOn: "2020-01-01" }
    ) { __typename } }`,
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.registerForForum': {
    ask: 'mutation { registerForForum(input: { editionId: "none", category: OPEN, consents: [] }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.requestDataExport': {
    ask: 'mutation { requestDataExport(input: { idempotencyKey: " " }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Mutation.requestErasure': {
    ask: 'mutation { requestErasure(input: { personId: "none" }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.revealDocumentNumber': {
    ask: 'mutation { revealDocumentNumber(input: { documentId: "none", reason: "to try it out" }) { __typename } }',
    allowed: ['accreditation', 'admin'],
  },
  'Mutation.revokeApiClient': {
    ask: 'mutation { revokeApiClient(input: { apiClientId: "none" }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.revokeGrant': {
    ask: 'mutation { revokeGrant(input: { grantId: "none" }) { __typename } }',
    allowed: administrators,
  },
  'Mutation.updateProfile': {
    ask: 'mutation { updateProfile(input: { displayName: " " }) { __typename } }',
    allowed: people,
    unauthenticated: notPeople,
  },
  'Person.accountsRecords': {
    ask: `${PARTICIPANT} { accountsRecords { rows } } } }`,
    variables: participant,
    allowed: ['participant'],
  },
  'Person.birthDate': {
    ask: `${PARTICIPANT} { birthDate } } }`,
    variables: participant,
    allowed: ['participant', 'placements', 'admin'],
  },
  'Person.citizenship': {
    ask: `${PARTICIPANT} { citizenship { code } } } }`,
    variables: participant,
    allowed: ['participant', 'accreditation', 'desk', 'placements', 'admin'],
  },
  'Person.delegationsRecords': {
    ask: `${PARTICIPANT} { delegationsRecords { rows } } } }`,
    variables: participant,
    allowed: ['participant'],
  },
  'Person.forumRecords': {
    ask: `${PARTICIPANT} { forumRecords { rows } } } }`,
    variables: participant,
    allowed: ['participant'],
  },
  'Person.languages': {
    ask: `${PARTICIPANT} { languages { level } } } }`,
    variables: participant,
    allowed: ['participant', 'placements', 'admin'],
  },
  'Person.networkRecords': {
    ask: `${PARTICIPANT} { networkRecords { rows } } } }`,
    variables: participant,
    allowed: ['participant'],
  },
  'Person.placementsRecords': {
    ask: `${PARTICIPANT} { placementsRecords { rows } } } }`,
    variables: participant,
    allowed: ['participant'],
  },
  'Person.grants': {
    ask: `${PARTICIPANT} { grants { id } } } }`,
    variables: participant,
    allowed: ['participant', 'admin'],
  },
  'Person.identityDocuments': {
    ask: `${PARTICIPANT} { identityDocuments { id } } } }`,
    variables: participant,
    allowed: ['participant', 'accreditation', 'placements', 'admin'],
  },
  'Person.preferredLocale': {
    ask: `${PARTICIPANT} { preferredLocale } } }`,
    variables: participant,
    allowed: ['participant'],
  },
  'Person.registrations': {
    ask: `${PARTICIPANT} { registrations { nodes { id } } } } }`,
    variables: participant,
    allowed: ['participant'],
  },
  'Person.segments': {
    ask: `${PARTICIPANT} { segments { segment } } } }`,
    variables: participant,
    allowed: ['participant', 'placements', 'admin'],
  },
};

let portal: Portal;
const headers = new Map<ViewerName, Record<string, string>>();
let known: Known;
beforeAll(async () => {
  portal = await openPortal('in-process');
  for (const viewer of VIEWERS) {
    if (viewer === 'anyone') headers.set(viewer, {});
    else if (viewer !== 'system') {
      const token = await portal.signIn(`${viewer}@demo.erikti.example`);
      headers.set(viewer, { authorization: `Bearer ${token}` });
    }
  }
  const { data } = await portal.ask(
    'mutation { createApiClient(input: { name: "Kenya", country: "KE" }) { ... on CreateApiClientSuccess { key } } }',
    {},
    headers.get('admin'),
  );
  headers.set('system', { 'x-api-key': data.createApiClient.key });
  const me = await portal.ask('{ me { id } }', {}, headers.get('participant'));
  known = { participantId: me.data.me.id };
});
afterAll(() => portal?.close());

it('has a row for each root field and each field with a rule of its own, and none besides', () => {
  const api = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));
  const fields = Object.values(api.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter(({ description }) => isRoot(type.name) || /\bFor (the person|holders|whoever)/.test(description ?? ''))
        .map((field) => `${type.name}.${field.name}`),
    );

  expect(Object.keys(MATRIX).toSorted()).toEqual(fields.toSorted());
});

describe.each(Object.entries(MATRIX))('%s', (_field, row) => {
  it.each(VIEWERS)('for %s', async (viewer) => {
    const { errors } = await portal.ask(row.ask, row.variables?.(known), headers.get(viewer));

    const codes = errors.map(({ extensions }) => extensions.code);
    expect(codes.find((code) => code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') ?? 'allowed').toBe(
      expected(row, viewer),
    );
  });
});

function expected({ allowed, unauthenticated = ['anyone'] }: Row, viewer: ViewerName): Outcome {
  if (allowed.includes(viewer)) return 'allowed';
  return unauthenticated.includes(viewer) ? 'UNAUTHENTICATED' : 'FORBIDDEN';
}

function isRoot(type: string): boolean {
  return type === 'Query' || type === 'Mutation';
}
