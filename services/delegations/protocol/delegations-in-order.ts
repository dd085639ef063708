import { DEFAULT_LANGUAGE, inPrecedence } from './precedence.rules.ts';
import type { PlacedDelegationRow, ProtocolLoaders } from './protocol.loaders.ts';

/** The delegations that come to an edition, in their order of precedence. */
export async function delegationsInOrder(
  { placedByEdition, protocolLanguageByEdition }: ProtocolLoaders,
  editionId: string,
): Promise<PlacedDelegationRow[]> {
  const [delegations, order] = await Promise.all([
    placedByEdition.load(editionId),
    protocolLanguageByEdition.load(editionId),
  ]);
  return inPrecedence(delegations, order?.language ?? DEFAULT_LANGUAGE);
}
