import { GraphQLError } from 'graphql';

/** Who is asking. `personId` is null for someone who is not signed in. */
export interface Viewer {
  readonly personId: string | null;
}

export const ANONYMOUS: Viewer = { personId: null };

/** The signed-in person's ID. Throws the `UNAUTHENTICATED` error for anyone else. */
export function requirePerson(viewer: Viewer): string {
  if (viewer.personId === null) {
    throw new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } });
  }
  return viewer.personId;
}

/** The error for someone who is known and may not. */
export function forbidden(): GraphQLError {
  return new GraphQLError('This is not yours to see.', { extensions: { code: 'FORBIDDEN' } });
}
