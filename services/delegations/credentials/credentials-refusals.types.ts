import { Field, ObjectType } from 'type-graphql';
import { FourEyesRequired, UserError, Violation } from '../../shared/graph/user-error.ts';
import { PersonReference } from '../nomination/nomination.types.ts';
import { closed, invalidTransition, plainRefusals, versionConflict } from '../nomination/refusal/refusals.types.ts';
import { CredentialsItem, type CredentialsViolation, NOTE_LENGTH } from './credentials.rules.ts';
import type { NoCredentials, NoCredentialsStep, CredentialsTaken as Taken } from './lock-credentials.ts';
import { say } from './messages.ts';

@ObjectType({ implements: UserError, description: 'Another officer works on these credentials.' })
export class CredentialsTaken extends UserError {
  @Field(() => PersonReference, {
    nullable: true,
    description: 'The officer. Null while the service that owns people is out of reach.',
  })
  readonly owner: PersonReference | null;

  constructor(message: string, ownerId: string) {
    super('CREDENTIALS_TAKEN', message);
    this.owner = new PersonReference(ownerId);
  }
}

@ObjectType({ implements: UserError, description: 'Not everything is met, and so it cannot be approved.' })
export class CredentialsIncomplete extends UserError {
  @Field(() => [CredentialsItem], { description: 'What is missing, with this checklist. Nothing of it was kept.' })
  readonly missing: readonly CredentialsItem[];

  constructor(message: string, missing: readonly CredentialsItem[]) {
    super('CREDENTIALS_INCOMPLETE', message);
    this.missing = missing;
  }
}

/** Words a refusal that any act of an officer on credentials may meet. */
export function refuseCredentials(refusal: NoCredentials | NoCredentialsStep | Taken, locale: string) {
  switch (refusal.refusal) {
    case 'nomination-not-found':
      return plainRefusals['nomination-not-found'](locale);
    case 'four-eyes-required':
      return new FourEyesRequired(say('FOUR_EYES_REQUIRED', locale));
    case 'version-conflict':
      return versionConflict(refusal, locale);
    case 'nomination-closed':
      return closed(refusal, locale);
    case 'invalid-transition':
      return invalidTransition(refusal, locale);
    case 'credentials-taken':
      return new CredentialsTaken(say('CREDENTIALS_TAKEN', locale), refusal.ownerId);
  }
}

/** What is wrong with a decision, in the viewer's language. */
export function decisionViolations(found: readonly CredentialsViolation[], locale: string): Violation[] {
  return found.map(
    ({ path, problem }) => new Violation(['input', ...path], problem, say(problem, locale, { maximum: NOTE_LENGTH })),
  );
}
