import type { PlacementsContext } from '../context.ts';
import { say } from './messages.ts';
import { OpeningType } from './opening.types.ts';
import { OpeningNotFound, OpeningSuccess } from './opening-refusals.types.ts';

/** An opening as it is after the act, for whoever did it. */
export async function openingNow(id: string, { loaders }: PlacementsContext): Promise<OpeningSuccess> {
  const row = await loaders.openingById.clear(id).load(id);
  if (!row) throw new Error(`opening ${id} is gone`);
  return new OpeningSuccess(new OpeningType(row));
}

export function openingNotFound(locale: string): OpeningNotFound {
  return new OpeningNotFound(say('OPENING_NOT_FOUND', locale));
}
