import { Directive, Field, Int, InterfaceType, ObjectType } from 'type-graphql';

/** What a client can act on. A refusal is a value in the answer, never a fault. */
@InterfaceType({
  description: 'A refusal that the client can act on. The type says which; fields of the type carry what to act with.',
  autoRegisterImplementations: false,
})
export abstract class UserError {
  @Field(() => String, { description: 'Stable, in capitals: `EDITION_FULL`. Decide by it, never by the message.' })
  readonly code: string;
  @Field(() => String, { description: "For people, in the viewer's language." })
  readonly message: string;

  constructor(code: string, message: string) {
    this.code = code;
    this.message = message;
  }
}

@ObjectType({ implements: UserError, description: 'The idempotency key was used before with another input.' })
@Directive('@shareable')
export class IdempotencyKeyReused extends UserError {
  constructor(message: string) {
    super('IDEMPOTENCY_KEY_REUSED', message);
  }
}

@ObjectType({ implements: UserError, description: 'It has changed since the client read it.' })
@Directive('@shareable')
export class VersionConflict extends UserError {
  @Field(() => Int, { description: 'What to give as `expectedVersion` once the client has read it again.' })
  readonly currentVersion: number;

  constructor(message: string, currentVersion: number) {
    super('VERSION_CONFLICT', message);
    this.currentVersion = currentVersion;
  }
}

@ObjectType({ implements: UserError, description: 'It cannot go from where it is to where it was asked to.' })
@Directive('@shareable')
export class InvalidTransition extends UserError {
  @Field(() => String, { description: 'The state it is in.' })
  readonly from: string;
  @Field(() => String, { description: 'The state that was asked for.' })
  readonly to: string;
  @Field(() => [String], { description: 'Where the viewer may take it from here.' })
  readonly allowed: readonly string[];

  constructor(message: string, { from, to, allowed }: { from: string; to: string; allowed: readonly string[] }) {
    super('INVALID_TRANSITION', message);
    this.from = from;
    this.to = to;
    this.allowed = allowed;
  }
}

@ObjectType({
  implements: UserError,
  description:
    'A second pair of eyes is needed: who brings something in, who checks it and who acts on it are different people.',
})
@Directive('@shareable')
export class FourEyesRequired extends UserError {
  constructor(message: string) {
    super('FOUR_EYES_REQUIRED', message);
  }
}

@ObjectType({ description: 'One thing wrong with an input.' })
@Directive('@shareable')
export class Violation {
  @Field(() => [String], { description: 'Where in the input, outermost first: `["input", "consents", "0"]`.' })
  readonly path: string[];
  @Field(() => String, { description: 'Stable, in capitals: `TOO_LONG`.' })
  readonly code: string;
  @Field(() => String, { description: "For people, in the viewer's language." })
  readonly message: string;

  constructor(path: string[], code: string, message: string) {
    this.path = path;
    this.code = code;
    this.message = message;
  }
}

@ObjectType({
  implements: UserError,
  description: 'The input breaks rules. All of them at once, so that a form can be put right in one go.',
})
@Directive('@shareable')
export class InvalidInput extends UserError {
  @Field(() => [Violation])
  readonly violations: Violation[];

  constructor(message: string, violations: Violation[]) {
    super('INVALID_INPUT', message);
    this.violations = violations;
  }
}
