import { FieldResolver, Resolver, Root } from 'type-graphql';
import { CountryReference } from '../programme/programme.types.ts';
import { HostOrganisationType } from './host-organisation.types.ts';

@Resolver(() => HostOrganisationType)
export class HostOrganisationResolver {
  @FieldResolver(() => CountryReference, {
    nullable: true,
    description: 'Where it is. Null while the service that owns countries is out of reach.',
  })
  country(@Root() { countryCode }: HostOrganisationType): CountryReference {
    return new CountryReference(countryCode);
  }
}
