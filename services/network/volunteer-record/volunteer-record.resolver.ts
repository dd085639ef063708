import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { anyone, personOf, signedIn, theirOwn } from '../../shared/access/access.rules.ts';
import { Allow, type Call } from '../../shared/access/allow.ts';
import type { NetworkContext } from '../context.ts';
import { invalidForm } from '../form/invalid-form.ts';
import { PersonReference } from '../privacy/person-reference.types.ts';
import { ProjectType, projectSeen } from '../project/project.types.ts';
import { publishVolunteerRecord, withdrawVolunteerRecord } from './publish-volunteer-record.ts';
import { checkConsent } from './volunteer-record.rules.ts';
import {
  PublicVolunteerRecordType,
  PublishVolunteerRecordInput,
  PublishVolunteerRecordResult,
  VolunteerRecordPage,
  VolunteerRecordProject,
  VolunteerRecordSuccess,
  VolunteerRecordType,
} from './volunteer-record.types.ts';

@Resolver(() => VolunteerRecordType)
export class VolunteerRecordResolver {
  @Allow(anyone)
  @Query(() => PublicVolunteerRecordType, {
    nullable: true,
    description:
      'The public page of a volunteer record. Null where there is none, and from the moment it is withdrawn.',
  })
  async volunteerRecord(
    @Arg('slug', () => String) slug: string,
    @Ctx() { loaders }: NetworkContext,
  ): Promise<PublicVolunteerRecordType | null> {
    const page = await loaders.recordPageBySlug.load(slug);
    return page && new PublicVolunteerRecordType(page, await loaders.recordedProjectsByPerson.load(page.person_id));
  }

  @Allow(signedIn)
  @Mutation(() => PublishVolunteerRecordResult, {
    description: "Shows the signed-in person's volunteer record to anyone who has the link, until they withdraw it.",
  })
  async publishVolunteerRecord(
    @Arg('input', () => PublishVolunteerRecordInput) { consentVersion }: PublishVolunteerRecordInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof PublishVolunteerRecordResult> {
    const { em, locale, viewer, now } = context;
    const violations = checkConsent(consentVersion);
    if (violations.length > 0) return invalidForm(violations, locale);
    const personId = personOf(viewer);
    await publishVolunteerRecord(em, { personId, consentVersion: consentVersion.trim() }, now());
    return recordNow(personId, context);
  }

  @Allow(signedIn)
  @Mutation(() => VolunteerRecordSuccess, {
    description: "Takes the signed-in person's volunteer record from the public at once. Its link leads nowhere again.",
  })
  async withdrawVolunteerRecord(@Ctx() context: NetworkContext): Promise<VolunteerRecordSuccess> {
    const { em, viewer, now } = context;
    const personId = personOf(viewer);
    await withdrawVolunteerRecord(em, personId, now());
    return recordNow(personId, context);
  }

  @FieldResolver(() => VolunteerRecordPage, { nullable: true, description: 'Null while the record is not public.' })
  async page(
    @Root() { personId }: VolunteerRecordType,
    @Ctx() { loaders }: NetworkContext,
  ): Promise<VolunteerRecordPage | null> {
    const row = await loaders.recordPageByPerson.load(personId);
    return row && new VolunteerRecordPage(row);
  }
}

@Resolver(() => VolunteerRecordProject)
export class VolunteerRecordProjectResolver {
  @FieldResolver(() => ProjectType, { nullable: true, description: 'Null where it is not public any more.' })
  async project(
    @Root() { projectId }: VolunteerRecordProject,
    @Ctx() { loaders, viewer }: NetworkContext,
  ): Promise<ProjectType | null> {
    const project = await loaders.projectById.load(projectId);
    return project && projectSeen(project, viewer);
  }
}

@Resolver(() => PersonReference)
export class PersonVolunteerRecordResolver {
  @Allow<PersonReference>(theirOwn<Call<PersonReference>>(({ of }) => of.id))
  @FieldResolver(() => VolunteerRecordType, {
    nullable: true,
    description: 'What the person gave to projects at home. Null while the network is out of reach.',
  })
  async volunteerRecord(
    @Root() { id }: PersonReference,
    @Ctx() { loaders }: NetworkContext,
  ): Promise<VolunteerRecordType> {
    return new VolunteerRecordType(id, await loaders.recordedProjectsByPerson.load(id));
  }
}

async function recordNow(personId: string, { loaders }: NetworkContext): Promise<VolunteerRecordSuccess> {
  loaders.recordPageByPerson.clear(personId);
  const rows = await loaders.recordedProjectsByPerson.clear(personId).load(personId);
  return new VolunteerRecordSuccess(new VolunteerRecordType(personId, rows));
}
