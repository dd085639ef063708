import type { ServicePart } from '../../shared/service-part.ts';
import type { DelegationsContext } from '../context.ts';
import { noteParticipantListed } from './note-participant-listed.ts';
import { DelegationMembersResolver, EditionParticipantsResolver } from './participant.resolver.ts';
import { PARTICIPANTS, participantsFile } from './participants-file.ts';

/** The list of participants, published by consent. */
export const participantPart: ServicePart<DelegationsContext> = {
  resolvers: [DelegationMembersResolver, EditionParticipantsResolver],
  handlers: { ParticipantListed: noteParticipantListed },
  files: { [PARTICIPANTS]: participantsFile },
};
