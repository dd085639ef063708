import type { TransitionTable } from '../../../shared/state-machine.rules.ts';

export enum InvitationLetterStatus {
  REQUESTED = 'REQUESTED',
  ISSUED = 'ISSUED',
  REVOKED = 'REVOKED',
}

export type InvitationLetterActor = 'organiser';

const { REQUESTED, ISSUED, REVOKED } = InvitationLetterStatus;
const by: readonly InvitationLetterActor[] = ['organiser'];

/** The life of a letter. A revoked one stays revoked; whoever needs one again asks anew. */
export const invitationLetterTransitions: TransitionTable<InvitationLetterStatus, InvitationLetterActor> = [
  { from: REQUESTED, to: ISSUED, by },
  { from: REQUESTED, to: REVOKED, by },
  { from: ISSUED, to: REVOKED, by },
];

/** States in which a letter is under way or in use; a registration has one such letter. */
export const LIVE: readonly InvitationLetterStatus[] = [REQUESTED, ISSUED];

/** Who signs a letter, and in which office. */
export interface Signatory {
  readonly name: string;
  readonly office: string;
}
