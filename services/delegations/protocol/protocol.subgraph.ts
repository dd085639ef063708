import type { ServicePart } from '../../shared/service-part.ts';
import type { DelegationsContext } from '../context.ts';
import { DELEGATION_LIST, delegationListFile, PROTOCOL, protocolFile } from './print/list-file.ts';
import { EditionProtocolResolver, ProtocolActsResolver } from './protocol.resolver.ts';

/** The order of delegations and within them, and the lists that are printed by it. */
export const protocolPart: ServicePart<DelegationsContext> = {
  resolvers: [ProtocolActsResolver, EditionProtocolResolver],
  files: { [PROTOCOL]: protocolFile, [DELEGATION_LIST]: delegationListFile },
};
