import type { IdentityDoor } from '../../shared/access/identity-door.ts';
import type { KeyRing } from '../../shared/crypto/key-ring.ts';
import type { RunningService } from '../../shared/service.ts';
import { viewerSource } from '../access/viewer-source.ts';
import { noteSignInAddress } from '../address/note-sign-in-address.ts';
import { welcomePerson } from '../person/welcome-person.ts';
import { type RunIdentityOptions, type RunningIdentity, runIdentity } from './run-identity.ts';

/** Opens identity beside the running accounts service, and joins both to what the gateway asks of accounts. */
export async function openDoor(
  people: RunningService,
  keys: KeyRing,
  options: Omit<RunIdentityOptions, 'onSignIn' | 'people'>,
): Promise<{ identity: RunningIdentity; door: IdentityDoor }> {
  const { now } = options;
  const { orm, read } = people.database;
  const identity = await runIdentity({
    ...options,
    people: people.database,
    onSignIn: async ({ id, displayName, email, isProven }) => {
      await welcomePerson(orm.em.fork(), { id, displayName }, now());
      await noteSignInAddress(orm.em.fork(), keys, { personId: id, email, isProven }, now());
    },
  });
  const { viewerOf } = viewerSource(read, identity.personOf, now);
  return { identity, door: { handle: identity.handle, viewerOf } };
}
