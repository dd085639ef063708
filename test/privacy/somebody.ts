import { setTimeout } from 'node:timers/promises';
import { operation } from '../support/operations.ts';
import type { Answer, Portal } from '../support/portal.ts';
import { asDatabaseOwner } from '../support/whole-database.ts';

export const SERVICES = ['accounts', 'forum', 'delegations', 'placements', 'network'] as const;

const PASSWORD = 'nobody would guess this one';
const UPDATE_PROFILE = `mutation ($input: UpdateProfileInput!) {
  updateProfile(input: $input) { __typename ... on InvalidInput { violations { path code } } }
}`;
const GRANT = `mutation ($input: GrantRoleInput!) {
  grantRole(input: $input) { __typename }
}`;
const RECORD = `mutation ($input: RecordIdentityDocumentInput!) {
  recordIdentityDocument(input: $input) { __typename }
}`;
const ERASURE = `query ($id: ID!) { erasure(id: $id) { id status receipts { service outcome reason keptUntil } } }`;
const TRAVEL = `mutation ($input: RecordTravelDetailsInput!) { recordTravelDetails(input: $input) { __typename } }`;
const SUBSCRIBE = `mutation ($input: CreateCalendarSubscriptionInput!) {
  createCalendarSubscription(input: $input) { __typename }
}`;
const LETTER = `mutation ($input: RequestInvitationLetterInput!) {
  requestInvitationLetter(input: $input) { __typename }
}`;
const PATIENCE_MS = 15_000;

/** Somebody the portal knows a lot about. */
export interface Known {
  readonly personId: string;
  readonly email: string;
  /** Everything that names or describes them and nobody else, as they gave it. */
  readonly texts: readonly string[];
  readonly registration: object;
  ask(query: string, variables?: object): Promise<Answer>;
}

/**
 * Signs somebody up as people do, and lets them leave something personal in every place there is: names, addresses,
 * needs, consents, a journey, a booking, a letter, a calendar, a session, a grant, mails under way, a data export.
 */
export async function signUpSomebody(portal: Portal, word: string, { registered = true } = {}): Promise<Known> {
  const email = `${word}.mailbox@somewhere.example`;
  const [family, given] = [`${word}-family`, `${word}-given`];
  const [native, nativeGiven] = [`${inCyrillic(word)}-әулет`, `${inCyrillic(word)}-есім`];
  const program = `${word}-browser/1.0`;
  await post(portal, '/auth/sign-up/email', { email, password: PASSWORD, name: `${word} display` }, program);
  const { token } = await post(portal, '/auth/sign-in/email', { email, password: PASSWORD }, program);
  await post(portal, '/auth/request-password-reset', { email }, program);
  const me = portal.as(token);

  const { data } = await me.ask('{ me { id } forumEdition(year: 2026) { id sessions(first: 1) { nodes { id } } } }');
  const personId: string = data.me.id;
  const latin = (text: string) => text.replaceAll('-', ' ').toUpperCase();
  const profile = await me.ask(UPDATE_PROFILE, {
    input: {
      displayName: `${word} display`,
      nativeName: { family: native, given: nativeGiven },
      latinName: { family: latin(family), given: latin(given) },
      citizenship: 'KZ',
      birthDate: '1987-03-04',
      languages: [{ language: 'kk', level: 'NATIVE' }],
    },
  });
  if (profile.data.updateProfile.__typename !== 'UpdateProfileSuccess') throw new Error(JSON.stringify(profile.data));
  const registration = {
    idempotencyKey: `${word} key`,
    editionId: data.forumEdition.id,
    category: 'OPEN',
    affiliation: `${word} affiliation`,
    dietaryNeeds: `${word} diet`,
    accessibilityNeeds: `${word} ramp`,
    interpretationLanguage: 'kk',
    consents: [{ purpose: 'PHOTOGRAPHS', version: `${word} v1` }],
  };
  if (registered) {
    const { data: made } = await me.ask(operation('04-register'), { input: registration });
    await takePart(me, word, data.forumEdition, made.registerForForum.registration.id);
  }
  const document = { kind: 'PASSPORT', issuingCountry: 'KZ', number: 'N7654321', expiresOn: '2099-01-01' };
  const recorded = await me.ask(RECORD, { input: document });
  if (recorded.data?.recordIdentityDocument.__typename !== 'RecordIdentityDocumentSuccess') {
    throw new Error(JSON.stringify(recorded));
  }
  const admin = portal.as(await portal.signIn('admin@demo.erikti.example'));
  await admin.ask(GRANT, { input: { email, role: 'PARTNER', scopeId: 'TH' } });
  await me.ask(operation('15-request-data-export'), { input: {} });
  await asDatabaseOwner(portal.owner, (client) =>
    client.query(`insert into accounts.public_function (person_id, held_in_id, since) values ($1, $2, now())`, [
      personId,
      `${word}-delegation`,
    ]),
  );
  const always = [
    email,
    `${word} display`,
    native,
    nativeGiven,
    latin(family),
    latin(given),
    program,
    `${word}-delegation`,
  ];
  const journey = ['train', 'plane', 'hotel', 'consulate', 'sister', 'embassy'];
  const written = ['key', 'affiliation', 'diet', 'ramp', 'v1', ...journey].map((what) => `${word} ${what}`);
  return {
    personId,
    email,
    texts: registered ? [...always, ...written] : always,
    registration,
    ask: (query, variables) => me.ask(query, variables),
  };
}

/** What the confirmed leave in the forum beside their registration. */
async function takePart(
  me: ReturnType<Portal['as']>,
  word: string,
  edition: { readonly sessions: { readonly nodes: readonly { readonly id: string }[] } },
  registrationId: string,
): Promise<void> {
  const travel = {
    registrationId,
    arrivalTransport: `${word} train`,
    departureTransport: `${word} plane`,
    hotel: `${word} hotel`,
    needsVisa: true,
    visaOffice: `${word} consulate`,
    emergencyContact: `${word} sister`,
  };
  const booking = { idempotencyKey: `${registrationId} booking`, sessionId: edition.sessions.nodes[0]?.id };
  const letter = { registrationId, language: 'ru', embassy: `${word} embassy` };
  // The forum hears of the profile a moment later.
  const requestLetter = async () => {
    for (const end = Date.now() + PATIENCE_MS; ; await setTimeout(50)) {
      const answer = await me.ask(LETTER, { input: letter });
      const isEarly = answer.data?.requestInvitationLetter.__typename === 'LatinNameMissing';
      if (!isEarly || Date.now() > end) return answer;
    }
  };
  const answers = [
    await me.ask(TRAVEL, { input: travel }),
    await me.ask(operation('06-book-session'), { input: booking }),
    await me.ask(SUBSCRIBE, { input: { registrationId } }),
    await requestLetter(),
  ];
  for (const { data, errors } of answers) {
    const [outcome] = Object.values<{ __typename: string }>(data ?? {});
    if (!outcome?.__typename.endsWith('Success')) throw new Error(JSON.stringify({ data, errors }));
  }
}

/** An erasure once every service has answered. */
export async function erasureOf(admin: ReturnType<Portal['as']>, id: string) {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await setTimeout(100)) {
    const { data } = await admin.ask(ERASURE, { id });
    if (data.erasure.status === 'COMPLETED') return data.erasure;
  }
  throw new Error(`the erasure ${id} is not completed`);
}

async function post(portal: Portal, path: string, body: object, program: string): Promise<{ token: string }> {
  const response = await fetch(`${portal.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': program },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as { token: string };
}

/** A word in other letters: a name mixes no scripts. */
function inCyrillic(word: string): string {
  return word.replace(/[a-z]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x61 + 0x430));
}
