import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ForumContext } from '../../context.ts';
import { knowsPersonally } from '../registration.rules.ts';
import { RegistrationType } from '../registration.types.ts';
import { ConsentType } from './consent.types.ts';

@Resolver(() => RegistrationType)
export class ConsentResolver {
  @FieldResolver(() => [ConsentType], {
    nullable: true,
    description:
      'Consents to optional purposes, as they stand. Null for whoever is neither the person nor an administrator.',
  })
  async consents(
    @Root() { id, personId, editionId }: RegistrationType,
    @Ctx() { loaders, viewer }: ForumContext,
  ): Promise<ConsentType[] | null> {
    if (!knowsPersonally(viewer, { personId, editionId })) return null;
    const rows = await loaders.consentsByRegistration.load(id);
    return rows.map((row) => new ConsentType(row));
  }
}
