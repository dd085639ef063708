import type { ServiceContext } from '../shared/service.ts';
import { type AvailabilityLoaders, availabilityLoaders } from './availability/availability.loaders.ts';
import { type EditionLoaders, editionLoaders } from './edition/edition.loaders.ts';
import { type RegistrationLoaders, registrationLoaders } from './registration/registration.loaders.ts';
import { type SessionLoaders, sessionLoaders } from './session/session.loaders.ts';
import { type WaitingListLoaders, waitingListLoaders } from './waiting-list/waiting-list.loaders.ts';

export interface ForumContext extends ServiceContext {
  readonly loaders: AvailabilityLoaders & EditionLoaders & RegistrationLoaders & SessionLoaders & WaitingListLoaders;
}

export function forumContext(base: ServiceContext): ForumContext {
  return Object.assign(base, {
    loaders: {
      ...availabilityLoaders(base.read),
      ...editionLoaders(base.read),
      ...registrationLoaders(base.read),
      ...sessionLoaders(base.read),
      ...waitingListLoaders(base.read),
    },
  });
}
