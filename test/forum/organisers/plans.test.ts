import { beforeAll, describe, expect, it } from 'vitest';
import { editionId, fillRegistrations } from '../../../bench/registrations/fill.ts';
import { plansOf, type StatementPlan } from '../../../bench/registrations/plans.ts';
import { questionsAbout } from '../../../bench/registrations/questions.ts';
import { forum } from '../../../services/forum/subgraph.ts';
import { asOwner } from '../../shared/database/owner.ts';
import { useService } from '../../support/database.ts';

const service = useService(forum);
let plans: StatementPlan[];
beforeAll(async () => {
  plans = await asOwner(service.running, async (owner) => {
    await fillRegistrations(owner, { registrations: 20_000, editions: 20 });
    return plansOf(service.running, owner, await questionsAbout(owner, editionId(7)));
  });
});

/** The indexes of registrations that statements read, by what was asked. */
function indexesFor(asked: RegExp): string[] {
  const indexes = plans.filter(({ question }) => asked.test(question)).flatMap((plan) => plan.indexes);
  return [...new Set(indexes.filter((index) => index.startsWith('registration')))].toSorted();
}

describe('among many registrations', () => {
  it('nothing that the forum page or the desk asks reads all of them', () => {
    expect(plans.filter(({ readWhole }) => readWhole.includes('registration'))).toEqual([]);
    expect(plans.length).toBeGreaterThan(60);
  });

  it('every page, count and total reads an index of registrations, whatever it is filtered by', () => {
    const lists = plans.filter(({ statement }) => /^(registrations_of_edition|registration_totals)/.test(statement));

    expect(lists.filter(({ indexes }) => !indexes.some((index) => index.startsWith('registration_')))).toEqual([]);
  });

  it.each([
    ['pages are read in the order of their index', /^(first|last|page)[^:]*$/, ['registration_at_desk']],
    ['names that few have read the index of names', /: a (rare name|name of nobody)/, ['registration_folded_name']],
    ['one registration is read by its ID', /^one registration/, ['registration_pkey']],
    ['a participant’s page looks for their registration alone', /^forum page of/, ['registration_one_active']],
    ['a visitor’s page reads none', /^forum page$/, []],
  ])('%s', (_case, asked, indexes) => expect(indexesFor(asked)).toEqual(indexes));
});
