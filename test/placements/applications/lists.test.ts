import { describe, expect, it } from 'vitest';
import { ApplicationStatus } from '../../../services/placements/application/application.rules.ts';
import { NO_REQUIREMENTS } from '../../../services/placements/opening/terms.rules.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import { participant } from '../../../services/shared/access/access.rules.ts';
import { newId } from '../../../services/shared/ids.ts';
import { LanguageLevel } from '../../../services/shared/language/language-skill.rules.ts';
import { askAs } from '../../support/ask-as.ts';
import { useService } from '../../support/database.ts';
import { statementsOf } from '../../support/statements.ts';
import { hostOfficer, placementOfficer } from '../given.ts';
import { givenApplication, givenOpening } from './given.ts';

const APPLICATIONS = `query ($openings: [_Any!]!, $status: [ApplicationStatus!], $first: Int, $after: String) {
  _entities(representations: $openings) { ... on Opening {
    applications(status: $status, first: $first, after: $after) {
      totalCount nodes { id status needsConfirmation confirmationEndsAt eligibility { eligible }
        details { motivation citizenship { code } } opening { id } person { id } allowedTransitions }
      pageInfo { hasNextPage endCursor }
    }
  } }
}`;

const service = useService(placements);

function asked(...openings: readonly { readonly id: string }[]) {
  return { openings: openings.map(({ id }) => ({ __typename: 'Opening', id })) };
}

describe('the applications for an opening', () => {
  it('come in the order in which they came in, page by page', async () => {
    const opening = await givenOpening(service.running);
    const ids: string[] = [];
    for (let place = 0; place < 5; place++) {
      ids.push((await givenApplication(service.running, opening.id)).applicationId);
    }

    const first = await askAs(service.running, placementOfficer, APPLICATIONS, { ...asked(opening), first: 3 });
    const { nodes, totalCount, pageInfo } = first.data._entities[0].applications;
    const rest = await askAs(service.running, placementOfficer, APPLICATIONS, {
      ...asked(opening),
      first: 3,
      after: pageInfo.endCursor,
    });

    const listed = [...nodes, ...rest.data._entities[0].applications.nodes].map(({ id }: { id: string }) => id);
    expect({ listed, totalCount }).toEqual({ listed: ids, totalCount: 5 });
  });

  it('are shown to the host as far as they were sent there, and not what ended before', async () => {
    const opening = await givenOpening(service.running);
    const { SHORTLISTED, WITH_HOST, NOT_SELECTED } = ApplicationStatus;
    const sentToHostAt = new Date('2026-06-02T00:00:00Z');
    await givenApplication(service.running, opening.id, { status: SHORTLISTED });
    await givenApplication(service.running, opening.id, { status: NOT_SELECTED });
    const sent = await givenApplication(service.running, opening.id, { status: WITH_HOST, sentToHostAt });
    const ended = await givenApplication(service.running, opening.id, { status: NOT_SELECTED, sentToHostAt });
    const host = hostOfficer(opening.hostId);

    const { data } = await askAs(service.running, host, APPLICATIONS, asked(opening));

    const { nodes, totalCount } = data._entities[0].applications;
    expect(totalCount).toBe(2);
    expect(nodes.map(({ id }: { id: string }) => id)).toEqual([sent.applicationId, ended.applicationId]);
  });

  it('are refused to the host of another, and to applicants', async () => {
    const [opening, other] = [await givenOpening(service.running), await givenOpening(service.running)];
    const { personId } = await givenApplication(service.running, opening.id);

    for (const viewer of [hostOfficer(other.hostId), participant(personId)]) {
      const { data, errors } = await askAs(service.running, viewer, APPLICATIONS, asked(opening));
      expect(data._entities).toEqual([{ applications: null }]);
      expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
    }
  });

  it('cost as many statements for three as for fifty, and for one opening as for three', async () => {
    const openings = [1, 3, 50].map(async (count) => {
      const opening = await givenOpening(service.running);
      for (let place = 0; place < count; place++) await givenApplication(service.running, opening.id);
      return opening;
    });
    const [one, three, fifty] = await Promise.all(openings);
    if (!one || !three || !fifty) throw new Error('three are given');
    const statements = async (...of: { id: string }[]) =>
      (await statementsOf(() => askAs(service.running, placementOfficer, APPLICATIONS, { ...asked(...of), first: 50 })))
        .length;

    const costs = [await statements(one), await statements(three), await statements(fifty)];
    expect([...costs, await statements(one, three, fifty)]).toEqual([4, 4, 4, 4]);
  });
});

describe('whether somebody qualifies', () => {
  const ELIGIBILITY = `query ($openings: [_Any!]!) { _entities(representations: $openings) { ... on Opening {
    eligibility { eligible rules { rule met explanation } } } } }`;
  const requirements = {
    ...NO_REQUIREMENTS,
    minimumAge: 18,
    languages: [{ language: 'en', level: LanguageLevel.B2 }],
  };
  const asking = { birthDate: '1990-01-01', citizenship: null, languages: [{ language: 'en', level: 'C1' }] };

  it('is judged by what the service that owns people says of them', async () => {
    const { id } = await givenOpening(service.running, { requirements });
    const openings = [{ __typename: 'Opening', id, asking }];

    const { data } = await askAs(service.running, participant(newId('person')), ELIGIBILITY, { openings }, 'kk');

    expect(data._entities[0].eligibility).toEqual({
      eligible: true,
      rules: [
        { rule: 'MINIMUM_AGE', met: true, explanation: 'Қызметтің бірінші күні сізде 18 жас толған болады.' },
        { rule: 'LANGUAGE', met: true, explanation: 'Тіліңіз жеткілікті: ағылшын тілі, B2.' },
      ],
    });
  });

  it('says what is missing where that service says nothing', async () => {
    const { id } = await givenOpening(service.running, { requirements });
    for (const silent of [{}, { asking: null }, { asking: { birthDate: null, languages: [] } }]) {
      const openings = [{ __typename: 'Opening', id, ...silent }];

      const { data } = await askAs(service.running, participant(newId('person')), ELIGIBILITY, { openings });

      expect(data._entities[0].eligibility).toEqual({
        eligible: false,
        rules: [
          {
            rule: 'MINIMUM_AGE',
            met: false,
            explanation: 'Tell us your date of birth: you have to be at least 18 on the first day of service.',
          },
          {
            rule: 'LANGUAGE',
            met: false,
            explanation: 'Tell us which languages you have: it asks for English, at least B2.',
          },
        ],
      });
    }
  });

  it('costs as many statements for fifty openings as for one', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => givenOpening(service.running, { requirements })));
    const statements = (count: number) => {
      const openings = all.slice(0, count).map(({ id }) => ({ __typename: 'Opening', id, asking }));
      return statementsOf(() => askAs(service.running, participant(newId('person')), ELIGIBILITY, { openings }));
    };

    expect([(await statements(1)).length, (await statements(3)).length, (await statements(50)).length]).toEqual([
      2, 2, 2,
    ]);
  });
});
