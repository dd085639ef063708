import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../shared/idempotency/once.ts';
import { newId } from '../../shared/ids.ts';
import { audit, publish } from '../../shared/journal/journal.ts';
import { textsOf } from '../../shared/text/given-texts.rules.ts';
import type { FormViolation } from '../form/form.rules.ts';
import { FigureDefinition } from '../impact-figure/definition/figure-definition.entity.ts';
import { Campaign } from './campaign.entity.ts';
import type { GivenCampaign } from './campaign.rules.ts';

export interface CreateCampaign {
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  /** Checked already, the keys of figures excepted. */
  readonly campaign: GivenCampaign;
}

type Created =
  | { readonly campaignId: string }
  | { readonly refusal: 'invalid'; readonly violations: readonly FormViolation[] };
export type CreateCampaignOutcome = Created | { readonly refusal: 'idempotency-key-reused' };

/** Opens a campaign, for which people and organisations may file deeds. */
export function createCampaign(
  em: EntityManager,
  { actorId, idempotencyKey: key, campaign: input }: CreateCampaign,
  now: Date,
): Promise<CreateCampaignOutcome> {
  return em.transactional((tx) =>
    once<Created>(tx, { actorId, operation: 'createCampaign', key, input }, now, async () => {
      const violations = await unknownKeys(tx, input);
      if (violations.length > 0) return { refusal: 'invalid', violations };

      const { year, name, sectors, startsOn, endsOn, deedsFigureKey, participantsFigureKey } = input;
      const id = newId('campaign');
      tx.create(Campaign, {
        id,
        year,
        name: textsOf(name),
        sectors: [...new Set(sectors)],
        startsOn,
        endsOn,
        deedsFigureKey,
        participantsFigureKey,
        createdAt: now,
      });
      const changes = [{ field: 'year', from: null, to: year }];
      audit(tx, { actorId, command: 'createCampaign', subjectId: id, changes }, now);
      publish(tx, 'CampaignCreated', { campaignId: id, year }, now);
      return { campaignId: id };
    }),
  );
}

async function unknownKeys(tx: EntityManager, campaign: GivenCampaign): Promise<FormViolation[]> {
  const violations: FormViolation[] = [];
  for (const field of ['deedsFigureKey', 'participantsFigureKey'] as const) {
    const key = campaign[field];
    if (key === null || (await tx.count(FigureDefinition, { key })) > 0) continue;
    violations.push({ path: [field], problem: 'unknown-key' });
  }
  return violations;
}
