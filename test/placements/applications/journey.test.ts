import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { namedId } from '../../../services/shared/ids.ts';
import { operation } from '../../support/operations.ts';
import { openPortal, type Portal, transports } from '../../support/portal.ts';
import { asDatabaseOwner } from '../../support/whole-database.ts';

const ELIGIBILITY = operation('09-eligibility');
const APPLY = operation('09-apply-to-opening');
const openingId = namedId('opening', 'demo/KE/teaching');
const REQUIREMENTS = {
  citizenships: ['KZ'],
  minimumAge: 18,
  maximumAge: null,
  education: null,
  languages: [{ language: 'en', level: 'B2' }],
  skills: ['teaching'],
};

describe.each(transports)('a volunteer on the portal (%s)', (transport) => {
  let portal: Portal;
  let volunteer: ReturnType<Portal['as']>;
  beforeAll(async () => {
    portal = await openPortal(transport);
    volunteer = portal.as(await portal.signIn('volunteer@demo.erikti.example'));
    await asDatabaseOwner(portal.owner, (client) =>
      client.query('update placements.opening set requirements = $1 where id = $2', [REQUIREMENTS, openingId]),
    );
  });
  afterAll(() => portal?.close());

  it('hears whether they qualify by what their profile says, and what is missing', async () => {
    const { data, errors } = await volunteer.ask(ELIGIBILITY, { openingId });

    expect(errors).toEqual([]);
    expect(data.opening.eligibility).toEqual({
      eligible: false,
      rules: [
        { rule: 'CITIZENSHIP', met: true, explanation: 'Your citizenship is one that is asked for: Kazakhstan.' },
        { rule: 'MINIMUM_AGE', met: true, explanation: 'You are at least 18 on the first day of service.' },
        { rule: 'LANGUAGE', met: true, explanation: 'You have the language well enough: English, B2.' },
        { rule: 'SKILL', met: false, explanation: 'Tell us your skills: it asks for teaching.' },
      ],
    });
  });

  it('may say more than their profile, or something else', async () => {
    const query = `query ($id: ID!, $profile: EligibilityProfileInput) { opening(id: $id) {
      eligibility(profile: $profile) { eligible rules { rule met } } } }`;
    const eligible = async (profile: object) =>
      (await volunteer.ask(query, { id: openingId, profile })).data.opening.eligibility.eligible;

    expect(await eligible({ skills: ['Teaching'] })).toBe(true);
    expect(await eligible({ skills: ['Teaching'], citizenship: 'KG' })).toBe(false);
  });

  it('applies, finds it on their page, and hears of it by mail', async () => {
    const days = await volunteer.ask('query ($id: ID!) { opening(id: $id) { startsOn } }', { id: openingId });
    const input = {
      idempotencyKey: 'once',
      openingId,
      motivation: 'To teach.',
      availableFrom: days.data.opening.startsOn,
      languages: [{ language: 'en', level: 'C1' }],
      skills: ['teaching'],
      birthDate: '1990-01-01',
      citizenship: 'KZ',
    };

    const { data, errors } = await volunteer.ask(APPLY, { input });

    expect(errors).toEqual([]);
    expect(data.applyToOpening).toEqual({
      __typename: 'ApplyToOpeningSuccess',
      application: { id: expect.any(String), status: 'SUBMITTED', submittedAt: expect.any(String), version: 1 },
    });
    const page = `{ me { applications(first: 10) { totalCount nodes { id status submittedAt
      opening { id title(locale: "en") { text } country { code } } allowedTransitions needsConfirmation } } } }`;
    const mine = await volunteer.ask(page);
    const { id, submittedAt } = data.applyToOpening.application;
    expect(mine.data.me.applications).toEqual({
      totalCount: 1,
      nodes: [
        {
          id,
          status: 'SUBMITTED',
          submittedAt,
          opening: {
            id: openingId,
            title: { text: 'Teaching English and mathematics at a school' },
            country: { code: 'KE' },
          },
          allowedTransitions: ['WITHDRAWN'],
          needsConfirmation: false,
        },
      ],
    });
    await vi.waitFor(async () => expect(await mailed(id)).toBe(1), { timeout: 10_000 });
  });

  it('is seen by those who run placements, and by the host once it is sent there', async () => {
    const query = `query ($id: ID!, $status: [ApplicationStatus!]) { opening(id: $id) {
      applications(status: $status) { totalCount nodes { status details { motivation } } } } }`;
    const placements = portal.as(await portal.signIn('placements@demo.erikti.example'));
    const host = portal.as(await portal.signIn('host.ke@demo.erikti.example'));
    const seen = async (who: typeof host, status?: string[]) =>
      (await who.ask(query, { id: openingId, status })).data.opening.applications;
    const submitted = { totalCount: 1, nodes: [{ status: 'SUBMITTED', details: { motivation: 'To teach.' } }] };

    expect(await seen(placements)).toEqual(submitted);
    expect(await seen(placements, ['SHORTLISTED'])).toEqual({ totalCount: 0, nodes: [] });
    expect(await seen(host)).toEqual({ totalCount: 0, nodes: [] });

    await asDatabaseOwner(portal.owner, (client) =>
      client.query(`update placements.application set status = 'WITH_HOST', sent_to_host_at = now()`),
    );
    const sent = { totalCount: 1, nodes: [{ status: 'WITH_HOST', details: { motivation: 'To teach.' } }] };
    expect(await seen(host)).toEqual(sent);
  });

  /** How many mails about an application have reached the service that sends them. */
  async function mailed(applicationId: string): Promise<number> {
    return asDatabaseOwner(portal.owner, async (client) => {
      const { rows } = await client.query(
        `select 1 from jobs.job where data ->> 'type' = 'NoticeDue' and data -> 'payload' ->> 'about' = $1`,
        [applicationId],
      );
      return rows.length;
    });
  }
});

it('says what is asked for, as unknown, while the service that owns people is silent', async () => {
  const portal = await openPortal('in-process');
  try {
    const volunteer = portal.as(await portal.signIn('volunteer@demo.erikti.example'));
    await asDatabaseOwner(portal.owner, (client) =>
      client.query('update placements.opening set requirements = $1 where id = $2', [REQUIREMENTS, openingId]),
    );
    await portal.silence('accounts');

    const { data, errors } = await volunteer.ask(ELIGIBILITY, { openingId });

    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['SUBGRAPH_OUT_OF_REACH']);
    const { eligible, rules } = data.opening.eligibility;
    expect({ eligible, met: rules.map(({ met }: { met: boolean }) => met) }).toEqual({
      eligible: false,
      met: [false, false, false, false],
    });
    expect(rules[0].explanation).toBe('Tell us your citizenship: it is for citizens of Kazakhstan.');
  } finally {
    await portal.close();
  }
});
