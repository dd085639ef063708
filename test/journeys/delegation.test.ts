import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CREDENTIALS_ITEMS } from '../../services/delegations/credentials/credentials.rules.ts';
import { demoCalendar } from '../../services/forum/seed/demo-calendar.rules.ts';
import { PDF, PNG } from '../delegations/delegation/given.ts';
import { operation } from '../support/operations.ts';
import { textOf } from '../support/pdf.ts';
import { transports } from '../support/portal.ts';
import { EDITION, eventually, openStory, type Somebody, type Story } from './delegation-story.ts';

const INVITE = operation('16-invite-delegation');
const DESK = operation('07-delegation-desk');
const NOMINATE = operation('07-nominate-delegates');
const CONFIRM = operation('07-confirm-nomination');
const SUBMIT = operation('07-submit-delegation');
const SUBSTITUTE = operation('07-substitute-delegate');
const VERIFY = operation('07-verify-credentials');

/** A mutation of one input, with what is read of its success. */
const act = (name: string, input: string, success: string) => `mutation ($input: ${input}!) { ${name}(input: $input) {
  __typename ... on UserError { code message } ${success} } }`;
const UPLOAD = act(
  'uploadNoteVerbale',
  'UploadNoteVerbaleInput',
  `... on WrongFileType { expected found } ... on UploadNoteVerbaleSuccess { noteVerbale { id } }`,
);
const DESIGNATE = act(
  'designateFocalPoint',
  'DesignateFocalPointInput',
  '... on FocalPointSuccess { focalPoint { id status } delegation { status } }',
);
const CONFIRM_FOCAL_POINT = act(
  'confirmFocalPoint',
  'ConfirmFocalPointInput',
  '... on FocalPointSuccess { focalPoint { status } delegation { status } }',
);
const FROM_CSV = act(
  'nominateDelegatesFromCsv',
  'NominateDelegatesFromCsvInput',
  '... on NominateDelegatesSuccess { results { row nomination { id role } refusal { code } } }',
);
const TAKE = act('takeCredentials', 'CredentialsWorkInput', '... on TakeCredentialsSuccess { nomination { status } }');
const RESUBMIT = act(
  'resubmitNomination',
  'ResubmitNominationInput',
  '... on InvalidInput { violations { path code } } ... on ResubmitNominationSuccess { nomination { status } }',
);
const REVIEW = act(
  'reviewDelegation',
  'ReviewDelegationInput',
  '... on ReviewDelegationSuccess { delegation { status } }',
);
const DECIDE = act(
  'decideDelegation',
  'DecideDelegationInput',
  '... on NominationsOpen { nominations { id } } ... on DecideDelegationSuccess { delegation { status } }',
);
const ACTIVATE = act(
  'activateBadge',
  'ActivateBadgeInput',
  '... on DelegateNotAdmitted { admission } ... on ActivateBadgeSuccess { badge { status } }',
);
const CONSENT = act(
  'changeRegistration',
  'ChangeRegistrationInput',
  '... on ChangeRegistrationSuccess { registration { id } }',
);
const QUEUE = `query ($id: ID!) { credentialsQueue(editionId: $id) { nodes { status nomination { id } owner { displayName } } } }`;
const MINE = `{ me { nominations(first: 1) { nodes { id status version delegation { country { code } }
  registration { id status badge { serial status } } } } } }`;
const LISTED = `query ($id: ID!) { delegation(id: $id) { status publishedMembers { nodes { role latinName { family } } }
  registrations { nodes { status category } } nominations { nodes { id } } } }`;

const ALL_MET = CREDENTIALS_ITEMS.map((item) => ({ item, met: true }));
const WITHOUT_DOCUMENT = CREDENTIALS_ITEMS.map((item) => ({ item, met: item !== 'DOCUMENT_VALID' }));
const DAY = 86_400_000;

// Each of its people opens an account and waits for word to travel.
const PATIENCE = { timeout: 60_000 };

describe.each(transports)(
  'a delegation, from its invitation to its accreditation, subgraphs %s',
  PATIENCE,
  (transport) => {
    let story: Story;
    let admin: Somebody;
    let officer: Somebody;
    let desk: Somebody;
    let neighbour: Somebody;
    let envoy: Somebody;
    let head: Somebody;
    let delegate: Somebody;
    let reporter: Somebody;
    let adviser: Somebody;
    let delegationId: string;
    const nominationIds = new Map<Somebody, string>();
    beforeAll(async () => {
      story = await openStory(transport);
      admin = await story.demo('admin');
      officer = await story.demo('accreditation');
      desk = await story.demo('desk');
      neighbour = await story.demo('focal-point.kg');
      await eventually(async () => (await admin.sees(DESK, { id: await anyDelegation() })).delegation.deadlines);
    });
    afterAll(() => story?.close());

    it('is invited with its quotas, and the person who is to act for it hears so', async () => {
      const invited = await admin.does(INVITE, {
        editionId: EDITION,
        country: 'MN',
        partyType: 'OBSERVER',
        quotas: [
          { category: 'DELEGATE', allocated: 3 },
          { category: 'PRESS', allocated: 1 },
        ],
        focalPointEmail: 'envoy@mfa.example',
      });

      expect(invited.delegation).toMatchObject({ status: 'INVITED', country: { code: 'MN' } });
      delegationId = invited.delegation.id;
      expect(await story.mail('envoy@mfa.example', 'Mongolia')).toContain('Upload the note verbale');
    });

    it('names its focal point by a note verbale, which an officer confirms', async () => {
      envoy = await story.newcomer('envoy@mfa.example');
      await eventually(async () => (await asInvited()).allowedTransitions.length > 0);
      const upload = { delegationId, fileName: 'note.pdf', content: PDF.toString('base64') };

      const disguised = await envoy.does(UPLOAD, { ...upload, content: PNG.toString('base64') });
      const uploaded = await envoy.does(UPLOAD, upload);
      const noteVerbaleId = uploaded.noteVerbale.id;
      const named = await envoy.does(DESIGNATE, { delegationId, noteVerbaleId, email: envoy.email });
      const { focalPoint } = named;
      const bySelf = await envoy.does(CONFIRM_FOCAL_POINT, { focalPointId: focalPoint.id });
      const confirmed = await officer.does(CONFIRM_FOCAL_POINT, { focalPointId: focalPoint.id });

      expect(disguised).toMatchObject({ code: 'WRONG_FILE_TYPE', expected: ['application/pdf'], found: 'image/png' });
      expect(focalPoint.status).toBe('DESIGNATED');
      expect(bySelf.code).toBe('FOCAL_POINT_NOT_FOUND');
      expect(confirmed).toMatchObject({
        focalPoint: { status: 'CONFIRMED' },
        delegation: { status: 'FOCAL_POINT_CONFIRMED' },
      });
      const readers = [envoy, officer, neighbour, story.passerBy];
      const read = await Promise.all(readers.map((one) => one.takes(`notes-verbales/${noteVerbaleId}`)));
      expect(read.map((file) => file.status)).toEqual([200, 200, 404, 401]);
      await eventually(async () => {
        envoy = await story.back('envoy@mfa.example');
        return envoy.sees(LISTED, { id: delegationId });
      });
    });

    it('nominates its people, some by a list and some by a file, within its quotas', async () => {
      const nominees = [
        person('head', 'Бат', 'BAT', { role: 'HEAD' }),
        person('delegate', 'Дорж', 'DORJ'),
        person('second-head', 'Бор', 'BOR', { role: 'HEAD' }),
        person('reporter', 'Сүх', 'SUKH', { category: 'PRESS' }),
        person('second-reporter', 'Нар', 'NAR', { category: 'PRESS' }),
      ];
      const list = { delegationId, errorPolicy: 'REJECT_FAILED_ROWS', nominees };
      const csv = Buffer.from('Почта;Фамилия;Фамилия латиницей;Роль\nadviser@mn.example;Ган;GAN;ADVISER\n');

      const tried = await envoy.does(NOMINATE, { ...list, dryRun: true });
      const nominated = await envoy.does(NOMINATE, list);
      const file = await envoy.does(FROM_CSV, { ...list, nominees: undefined, csv: csv.toString('base64') });

      const codes = [null, null, 'HEAD_ALREADY_APPOINTED', null, 'QUOTA_EXCEEDED'];
      expect(codesOf(tried)).toEqual(codes);
      expect(codesOf(nominated)).toEqual(codes);
      expect(file.results).toMatchObject([{ row: 2, nomination: { role: 'ADVISER' }, refusal: null }]);
      expect(await quotas()).toEqual(['DELEGATE 3 of 3', 'PRESS 1 of 1']);
      const mail = await story.mail('reporter@mn.example', 'nominated');
      expect(mail).toContain('open an account on the portal with this mail address');
      expect(mail).toContain('You can confirm until');
    });

    it('is reminded of whom the portal cannot write to', async () => {
      await story.remind(new Date(demoCalendar(new Date()).confirmationClosesAt.getTime() - 7 * DAY));

      expect(await story.mail('envoy@mfa.example', 'confirmation of participation closes soon')).toContain(
        '4 people you named have not confirmed yet.',
      );
    });

    it('has its people confirm, who open accounts and get seats at once', async () => {
      head = await comes('head');
      delegate = await comes('delegate');
      reporter = await comes('reporter');
      adviser = await comes('adviser');

      const mine = await reporter.sees(MINE);
      const toEnvoy = await envoy.sees(LISTED, { id: delegationId });
      const toPasserBy = await neighbour.sees(
        'query ($id: ID!) { delegation(id: $id) { registrations { nodes { id } } } }',
        {
          id: delegationId,
        },
      );

      expect(mine.me.nominations.nodes).toMatchObject([
        {
          status: 'CONFIRMED',
          delegation: { country: { code: 'MN' } },
          registration: { badge: { status: 'PRE_VALID' } },
        },
      ]);
      expect(
        toEnvoy.delegation.registrations.nodes.map((one: { category: string }) => one.category).toSorted(),
      ).toEqual(['DELEGATE', 'DELEGATE', 'DELEGATE', 'PRESS']);
      expect(toPasserBy.delegation.registrations).toBeNull();
    });

    it('hands in its list', async () => {
      const submitted = await envoy.does(SUBMIT, { delegationId });

      expect(submitted.delegation).toEqual({ id: delegationId, status: 'SUBMITTED' });
    });

    it('has credentials checked one by one: returned and corrected, approved, admitted provisionally', async () => {
      const ofDelegate = nominationIds.get(delegate);
      const early = await desk.does(ACTIVATE, await badgeOf(delegate));
      const queue = await officer.sees(QUEUE, { id: EDITION });
      await officer.does(TAKE, { nominationId: ofDelegate });
      const byColleague = await admin.does(VERIFY, decision(delegate, 'APPROVE'));
      const returned = await officer.does(VERIFY, decision(delegate, 'RETURN', { note: 'The passport says DORZH' }));
      const misspelt = await envoy.does(RESUBMIT, { nominationId: ofDelegate, latinName: { family: 'Дорж' } });
      const corrected = await envoy.does(RESUBMIT, { nominationId: ofDelegate, latinName: { family: 'DORZH' } });
      const incomplete = await officer.does(VERIFY, decision(delegate, 'APPROVE', { checklist: WITHOUT_DOCUMENT }));
      const approved = await officer.does(VERIFY, decision(delegate, 'APPROVE'));
      const admitted = await officer.does(
        VERIFY,
        decision(adviser, 'ADMIT_PROVISIONALLY', { checklist: WITHOUT_DOCUMENT }),
      );
      for (const one of [head, reporter]) await officer.does(VERIFY, decision(one, 'APPROVE'));

      expect(early).toMatchObject({ code: 'DELEGATE_NOT_ADMITTED', admission: 'AWAITED' });
      const everybody = [head, delegate, reporter, adviser].map((one) => nominationIds.get(one));
      expect(queue.credentialsQueue.nodes.map((one: { nomination: { id: string } }) => one.nomination.id)).toEqual(
        everybody,
      );
      expect(byColleague.code).toBe('CREDENTIALS_TAKEN');
      expect(returned.nomination.status).toBe('RETURNED');
      expect(misspelt.violations).toEqual([{ path: ['input', 'latinName', 'family'], code: 'NOT_LATIN' }]);
      expect(corrected.nomination.status).toBe('UNDER_REVIEW');
      expect(incomplete.code).toBe('CREDENTIALS_INCOMPLETE');
      expect(approved.nomination.status).toBe('APPROVED');
      expect(admitted.nomination).toMatchObject({
        status: 'PRE_APPROVED',
        credentials: { status: 'PROVISIONALLY_ADMITTED' },
      });
      expect(await story.mail('delegate@mn.example', 'The credentials are approved')).toContain('Mongolia');
      expect(await story.mail('adviser@mn.example', 'Admitted provisionally')).toContain(
        'Still missing: valid document',
      );
    });

    it('collects its badges at the desk, also those admitted provisionally', async () => {
      for (const one of [delegate, adviser]) {
        const badge = await eventually(async () => (await desk.does(ACTIVATE, await badgeOf(one))).badge);
        expect(badge.status).toBe('ACTIVE');
      }
    });

    it('is admitted provisionally as long as somebody of it is', async () => {
      const reviewed = await officer.does(REVIEW, { delegationId });
      const early = await officer.does(DECIDE, { delegationId, decision: 'ACCREDIT' });
      const admitted = await officer.does(DECIDE, { delegationId, decision: 'ADMIT_PROVISIONALLY' });

      expect(reviewed.delegation.status).toBe('CREDENTIALS_REVIEW');
      expect(early).toMatchObject({ code: 'NOMINATIONS_OPEN', nominations: [{ id: nominationIds.get(adviser) }] });
      expect(admitted.delegation.status).toBe('PROVISIONALLY_ADMITTED');
    });

    it('sends somebody else in one act: the place of the quota stays, the badge does not', async () => {
      const replaced = await envoy.does(SUBSTITUTE, {
        nominationId: nominationIds.get(adviser),
        successor: person('successor', 'Цэцэг', 'TSETSEG', { role: 'ADVISER' }),
        reason: 'Cannot travel',
      });
      await eventually(async () => (await nominationOf(adviser)).registration.status === 'CANCELLED');

      expect(replaced).toMatchObject({ replaced: { status: 'REPLACED' }, successor: { category: 'DELEGATE' } });
      expect((await nominationOf(adviser)).registration.badge.status).toBe('REVOKED');
      expect(await quotas()).toEqual(['DELEGATE 3 of 3', 'PRESS 1 of 1']);
      expect(await story.mail('adviser@mn.example', 'cancelled')).toContain('Please ask your delegation');
      const successor = await comes('successor');
      await officer.does(VERIFY, decision(successor, 'APPROVE'));
    });

    it('is accredited once everybody is approved', async () => {
      const accredited = await officer.does(DECIDE, { delegationId, decision: 'ACCREDIT' });

      expect(accredited.delegation.status).toBe('ACCREDITED');
      expect(await story.mail('envoy@mfa.example', 'The delegation is accredited')).toContain('Mongolia');
    });

    it('is on the public list with its head, and whoever consented', async () => {
      const { registration } = await nominationOf(reporter);
      const consents = [{ purpose: 'PARTICIPANT_LIST', version: '1' }];
      await reporter.does(CONSENT, { registrationId: registration.id, consents });

      const listed = await eventually(async () => {
        const { delegation } = await story.passerBy.sees(
          'query ($id: ID!) { delegation(id: $id) { publishedMembers { nodes { role latinName { family } } } } }',
          { id: delegationId },
        );
        return delegation.publishedMembers.nodes.length > 1 ? delegation.publishedMembers.nodes : null;
      });
      const file = await story.passerBy.takes(`participants/${EDITION}?language=en`);

      expect(listed).toEqual([
        { role: 'HEAD', latinName: { family: 'BAT' } },
        { role: 'DELEGATE', latinName: { family: 'SUKH' } },
      ]);
      expect(linesOf(file.body)).toEqual([
        'MN,Mongolia,OBSERVER,HEAD,Бат,BAT',
        'MN,Mongolia,OBSERVER,DELEGATE,Сүх,SUKH',
      ]);
    });

    it('is printed for the protocol office in its order, with all who come', async () => {
      const asked = [`protocol/${EDITION}`, `delegation-list/${delegationId}`];
      const statuses = await Promise.all(
        asked.map(async (path) =>
          Promise.all([officer, envoy, neighbour, story.passerBy].map(async (one) => (await one.takes(path))?.status)),
        ),
      );
      const csv = await officer.takes(`protocol/${EDITION}?format=csv&language=en`);
      const pdf = await envoy.takes(`delegation-list/${delegationId}?language=en`);

      expect(statuses).toEqual([
        [200, 404, 404, 401],
        [200, 200, 404, 401],
      ]);
      const families = ['BAT', 'DORZH', 'SUKH', 'TSETSEG'];
      expect(linesOf(csv.body).map((line) => line.split(',').slice(5).join(','))).toEqual([
        '1,HEAD,DELEGATE,false,Бат,BAT,APPROVED',
        '2,DELEGATE,DELEGATE,false,Дорж,DORZH,APPROVED',
        '3,DELEGATE,PRESS,false,Сүх,SUKH,APPROVED',
        '4,ADVISER,DELEGATE,false,Цэцэг,TSETSEG,APPROVED',
      ]);
      const printed = await textOf(pdf.body);
      expect([pdf.type, families.filter((family) => printed.includes(family))]).toEqual(['application/pdf', families]);
    });

    function person(name: string, native: string, latin: string, more: object = {}) {
      const names = { nativeName: { family: native }, latinName: { family: latin } };
      return { email: `${name}@mn.example`, ...names, category: 'DELEGATE', role: 'DELEGATE', ...more };
    }

    /** Somebody who was named opens an account, confirms, and has a seat. */
    async function comes(name: string): Promise<Somebody> {
      const nominee = await story.newcomer(`${name}@mn.example`);
      const nomination = await eventually(() => nominationOf(nominee));
      nominationIds.set(nominee, nomination.id);
      const confirmed = await nominee.does(CONFIRM, {
        nominationId: nomination.id,
        expectedVersion: nomination.version,
      });
      expect(confirmed.__typename).toBe('ConfirmNominationSuccess');
      const seated = await eventually(async () => {
        const { registration } = await nominationOf(nominee);
        return registration?.badge ? registration : null;
      });
      expect(seated.status).toBe('CONFIRMED');
      return nominee;
    }

    async function nominationOf(nominee: Somebody) {
      return (await nominee.sees(MINE)).me.nominations.nodes[0];
    }

    async function badgeOf(nominee: Somebody) {
      const { registration } = await nominationOf(nominee);
      return { serial: registration.badge.serial, idCheck: { kind: 'PASSPORT', checked: true } };
    }

    function decision(of: Somebody, decided: string, more: object = {}) {
      return { nominationId: nominationIds.get(of), decision: decided, checklist: ALL_MET, ...more };
    }

    async function quotas(): Promise<string[]> {
      const { delegation } = await envoy.sees(DESK, { id: delegationId });
      return delegation.quotas.map(
        ({ category, used, allocated }: Record<string, string>) => `${category} ${used} of ${allocated}`,
      );
    }

    /** The delegation as its focal point sees it who does not act for it yet. */
    async function asInvited() {
      const query = 'query ($id: ID!) { delegation(id: $id) { allowedTransitions } }';
      return (await envoy.sees(query, { id: delegationId })).delegation;
    }

    async function anyDelegation(): Promise<string> {
      const { forumEdition } = await story.passerBy.sees(
        '{ forumEdition(year: 2026) { delegations(first: 1) { nodes { id } } } }',
      );
      return forumEdition.delegations.nodes[0].id;
    }

    /** The lines of the delegation in a file of all. */
    function linesOf(csv: Buffer): string[] {
      return csv
        .toString()
        .split('\r\n')
        .filter((line) => /(^|,)MN,/.test(line));
    }

    function codesOf({ results }: { results: { refusal: { code: string } | null }[] }): (string | null)[] {
      return results.map(({ refusal }) => refusal?.code ?? null);
    }
  },
);
