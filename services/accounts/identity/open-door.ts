import type { IdentityDoor } from '../../shared/access/identity-door.ts';
import type { Clock } from '../../shared/clock.ts';
import type { RunningService } from '../../shared/service.ts';
import { viewerSource } from '../access/viewer-source.ts';
import { noteSignInAddress } from '../address/note-sign-in-address.ts';
import { welcomePerson } from '../person/welcome-person.ts';
import { type Identity, type IdentityOptions, openIdentity } from './identity.ts';

/** Opens identity beside the running accounts service, and joins both to what the gateway asks of accounts. */
export function openDoor(
  people: RunningService,
  options: Omit<IdentityOptions, 'onSignIn'> & { now: Clock },
): { identity: Identity; door: IdentityDoor } {
  const { now } = options;
  const { orm, read } = people.database;
  const identity = openIdentity({
    ...options,
    onSignIn: async ({ id, displayName, email }) => {
      await welcomePerson(orm.em.fork(), { id, displayName }, now());
      await noteSignInAddress(orm.em.fork(), { personId: id, email });
    },
  });
  const { viewerOf } = viewerSource(read, identity.personOf, now);
  return { identity, door: { handle: identity.handle, viewerOf } };
}
