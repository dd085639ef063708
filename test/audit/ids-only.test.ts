import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openPortal, type Portal } from '../support/portal.ts';
import { query } from './owner.ts';

const SERVICES = ['accounts', 'forum', 'delegations', 'placements', 'network'];
const PASSWORD = 'five wooden spoons in a drawer';
const REASON = 'left the organisation';

/** What people are called, reached by and known for, as this journey says it. */
const PERSONAL = [
  'Сәуле',
  'Ахметова',
  'Saule',
  'Akhmetova',
  'saule@people.example',
  'N99887766',
  '1990-03-22',
  'Red Crescent',
  'no nuts',
  'step-free',
  'Ministry of Youth',
  'volunteer@demo.erikti.example',
];

const SENT = `select data::text as event from jobs.job where name like '%\\_inbox'`;
const UNSENT = SERVICES.map((service) => `select to_jsonb(one)::text from ${service}.outbox_event as one`).join(
  ' union all ',
);

interface Entry {
  readonly command: string;
  readonly reason: string | null;
  readonly rest: string;
  readonly changes: readonly { readonly from: unknown; readonly to: unknown }[];
}

describe('the audit trail after a journey through everything', () => {
  let portal: Portal;
  let entries: Entry[];
  beforeAll(async () => {
    portal = await openPortal('in-process');
    await journey();
    const parts = SERVICES.map(
      (service) =>
        `select command, reason, changes, (to_jsonb(entry) - 'reason')::text as rest from ${service}.audit_entry as entry`,
    );
    entries = await query<Entry>(portal, parts.join(' union all '));
  });
  afterAll(() => portal?.close());

  it('has an entry of each thing that was done', () => {
    const commands = new Set(entries.map(({ command }) => command));

    expect([...commands].toSorted()).toEqual(
      expect.arrayContaining([
        'createApiClient',
        'deleteIdentityDocument',
        'grantRole',
        'noteHeadOfDelegation',
        'noteSignInAddress',
        'recordIdentityDocument',
        'registerForForum',
        'revealDocumentNumber',
        'revokeApiClient',
        'revokeGrant',
        'updateProfile',
        'welcomePerson',
      ]),
    );
  });

  it.each(['welcomePerson', 'noteSignInAddress'])('has one entry of %s, however often somebody signs in', (command) => {
    expect(entries.filter((entry) => entry.command === command)).toHaveLength(1);
  });

  it('holds nothing that names or describes a person', () => {
    const telling = entries.filter(({ rest }) => PERSONAL.some((text) => rest.includes(text)));

    expect(telling).toEqual([]);
  });

  it('holds states, IDs, codes, days and instants where values changed, and nothing else', () => {
    const values = entries.flatMap(({ changes }) => changes.flatMap(({ from, to }) => [from, to]));

    const texts = values.filter((value) => typeof value === 'string');
    const shapes = /^[A-Z_]+$|^[a-z_]+_[0-9a-z]{26}$|^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/;
    expect(texts.filter((text) => !shapes.test(text))).toEqual([]);
    expect(texts.length).toBeGreaterThan(10);
  });

  it('keeps reasons, the one thing in it that people write', () => {
    const reasons = new Set(entries.flatMap(({ reason }) => (reason === null ? [] : [reason])));

    expect(reasons).toEqual(new Set([REASON]));
  });

  it('travels beside events that show nothing of anybody: what they tell of people is sealed', async () => {
    const types = ['AddressNoted', 'ProfileNoted', 'RegistrationMade'];
    await vi.waitFor(async () => expect(await typesSent()).toEqual(expect.arrayContaining(types)), { timeout: 10_000 });

    const events = await query<{ event: string }>(portal, `${SENT} union all ${UNSENT}`);

    expect(events.filter(({ event }) => PERSONAL.some((text) => event.includes(text)))).toEqual([]);
  });

  async function typesSent(): Promise<string[]> {
    const sent = await query<{ event: string }>(portal, SENT);
    return sent.map(({ event }) => JSON.parse(event).type);
  }

  async function journey(): Promise<void> {
    const admin = portal.as(await portal.signIn('admin@demo.erikti.example'));
    const saule = await signedUp('saule@people.example', 'Сәуле Ахметова');
    await portal.signIn('saule@people.example', PASSWORD);
    const { data } = await portal.ask('{ forumEdition(year: 2026) { id } }');
    const editionId = data.forumEdition.id;

    await done(
      saule.ask(`mutation ($input: RegisterForForumInput!) { registerForForum(input: $input) { __typename } }`, {
        input: {
          editionId,
          category: 'OPEN',
          affiliation: 'Red Crescent',
          dietaryNeeds: 'no nuts',
          accessibilityNeeds: 'step-free',
          consents: [{ purpose: 'PHOTOGRAPHS', version: '1' }],
        },
      }),
    );
    await done(
      saule.ask('mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename } }', {
        input: {
          nativeName: { family: 'Ахметова', given: 'Сәуле', language: 'kk' },
          latinName: { family: 'Akhmetova', given: 'Saule' },
          citizenship: 'KZ',
          birthDate: '1990-03-22',
        },
      }),
    );
    const recorded = await done(
      saule.ask(
        `mutation ($input: RecordIdentityDocumentInput!) { recordIdentityDocument(input: $input) {
          __typename ... on RecordIdentityDocumentSuccess { document { id } } } }`,
        {
          input: {
            kind: 'PASSPORT',
            issuingCountry: 'KZ',
            number: 'N99887766',
            expiresOn: '2099-05-01',
            heldForEditionId: editionId,
          },
        },
      ),
    );
    const documentId = recorded.document.id;
    await done(
      admin.ask(
        'mutation ($input: RevealDocumentNumberInput!) { revealDocumentNumber(input: $input) { __typename } }',
        { input: { documentId, reason: REASON } },
      ),
    );
    await done(
      saule.ask(
        'mutation ($input: DeleteIdentityDocumentInput!) { deleteIdentityDocument(input: $input) { __typename } }',
        { input: { documentId } },
      ),
    );
    const granted = await done(
      admin.ask(
        'mutation ($input: GrantRoleInput!) { grantRole(input: $input) { __typename ... on GrantRoleSuccess { grant { id } } } }',
        {
          input: {
            email: 'volunteer@demo.erikti.example',
            role: 'PARTNER',
            scopeId: 'TR',
            until: '2099-01-01T00:00:00Z',
          },
        },
      ),
    );
    await done(
      admin.ask('mutation ($input: RevokeGrantInput!) { revokeGrant(input: $input) { __typename } }', {
        input: { grantId: granted.grant.id, reason: REASON },
      }),
    );
    const created = await done(
      admin.ask(
        `mutation ($input: CreateApiClientInput!) { createApiClient(input: $input) {
          __typename ... on CreateApiClientSuccess { apiClient { id } } } }`,
        { input: { name: 'Ministry of Youth', country: 'KE' } },
      ),
    );
    await done(
      admin.ask('mutation ($input: RevokeApiClientInput!) { revokeApiClient(input: $input) { __typename } }', {
        input: { apiClientId: created.apiClient.id, reason: REASON },
      }),
    );
    // Heads of delegation become known by events.
    await vi.waitFor(async () => expect(await headsNoted()).toHaveLength(10), { timeout: 10_000 });
  }

  function headsNoted(): Promise<object[]> {
    return query(portal, `select from accounts.audit_entry where command = 'noteHeadOfDelegation'`);
  }

  async function signedUp(email: string, name: string): Promise<ReturnType<Portal['as']>> {
    const response = await fetch(`${portal.url}/auth/sign-up/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: PASSWORD, name }),
    });
    expect(response.status).toBe(200);
    return portal.as(await portal.signIn(email, PASSWORD));
  }
});

/** What a mutation answered. Throws where it was refused. */
async function done(asked: ReturnType<Portal['ask']>) {
  const { data, errors } = await asked;
  const [answer] = Object.values<Awaited<ReturnType<Portal['ask']>>['data']>(data ?? {});
  if (!answer?.__typename.endsWith('Success')) throw new Error(JSON.stringify({ answer, errors }));
  return answer;
}
