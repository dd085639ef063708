import { expect, it } from 'vitest';
import { DelegationRole } from '../../../services/delegations/nomination/nomination.rules.ts';
import { delegations } from '../../../services/delegations/subgraph.ts';
import { newId } from '../../../services/shared/ids.ts';
import { useService } from '../../support/database.ts';
import { statementsOf } from '../../support/statements.ts';
import { givenDelegation, givenNominations, holder } from './given.ts';

const DESK = `query ($id: ID!) { delegation(id: $id) {
  id version country { code name } edition { id } partyType status allowedTransitions
  focalPoints { person { id } designatedAt } head { id person { id } }
  deadlines { nomination confirmation substitution credentials }
  quotas { category allocated used free }
  nominations(first: 50) { nodes { id status category role person { id } registration { id }
    credentials { status checklist { item met } } allowedTransitions substitutionWaivedAt version } }
} }`;

const service = useService(delegations);

async function statementsWith(nominations: number): Promise<number> {
  const { id } = await givenDelegation(service.running);
  const roles = Array.from({ length: nominations - 1 }, () => DelegationRole.DELEGATE);
  await givenNominations(service.running.database.orm.em.fork(), id, [DelegationRole.HEAD, ...roles]);
  const viewer = holder('FOCAL_POINT', 'DELEGATION', id);
  const statements = await statementsOf(async () => {
    const scope = { viewer, locale: 'en', correlationId: newId('request'), deadlineAt: Date.now() + 20_000 };
    const { data, errors } = await service.running.execute({ query: DESK, variables: { id }, scope });
    expect(errors ?? []).toEqual([]);
    expect(data).toMatchObject({ delegation: { id, quotas: [{ used: nominations }] } });
  });
  return statements.length;
}

it('reads the desk in as many statements for three nominations as for fifty', async () => {
  expect([await statementsWith(3), await statementsWith(50)]).toEqual([8, 8]);
});
