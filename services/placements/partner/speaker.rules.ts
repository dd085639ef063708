import { type AccessRule, either, holders, holdersOver, type Viewer } from '../../shared/access/access.rules.ts';
import { PLACERS } from '../application/application.rules.ts';

/** Those who speak for a country that an operation is about, people and systems, and those who run placements. */
export function speakersFor<Call>(countryOf: (call: Call) => string | null | undefined): AccessRule<Call> {
  return either<Call>(holdersOver('COUNTRY', countryOf, 'PARTNER'), holders(...PLACERS));
}

/** Whoever speaks for some country. Which one is looked at where the thing is known that they act on. */
export const whoeverSpeaksForCountry: AccessRule<unknown> = {
  sentence: 'whoever speaks for a country: holders of PARTNER, and systems of partner countries',
  decide: (viewer) => {
    if (viewer.grants.some(({ role }) => role === 'PARTNER')) return 'allowed';
    return viewer.personId === null && viewer.apiClientId === null ? 'unauthenticated' : 'forbidden';
  },
};

/** Who acts, as the audit trail names them. Throws for nobody in particular. */
export function actorIdOf({ personId, apiClientId }: Viewer): string {
  const id = personId ?? apiClientId;
  if (id === null) throw new Error('this operation is for whoever is known; its rule must say so');
  return id;
}
