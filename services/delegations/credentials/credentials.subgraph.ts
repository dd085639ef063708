import type { ServicePart } from '../../shared/service-part.ts';
import type { DelegationsContext } from '../context.ts';
import { CredentialsSchema } from './credentials.entity.ts';
import {
  CredentialsResolver,
  DelegationCredentialsResolver,
  NominationCredentialsResolver,
} from './credentials.resolver.ts';
import { DecideDelegationResolver } from './delegation/decide-delegation.resolver.ts';
import { CredentialsQueueResolver } from './queue/credentials-queue.resolver.ts';
import { ResubmitNominationResolver } from './resubmit/resubmit-nomination.resolver.ts';
import { TakeCredentialsResolver } from './take/take-credentials.resolver.ts';
import { VerifyCredentialsResolver } from './verify/verify-credentials.resolver.ts';

/** Credentials of those whom delegations name, and of delegations: a queue of work, and what is decided. */
export const credentialsPart: ServicePart<DelegationsContext> = {
  entities: [CredentialsSchema],
  resolvers: [
    NominationCredentialsResolver,
    CredentialsResolver,
    DelegationCredentialsResolver,
    CredentialsQueueResolver,
    TakeCredentialsResolver,
    VerifyCredentialsResolver,
    ResubmitNominationResolver,
    DecideDelegationResolver,
  ],
};
