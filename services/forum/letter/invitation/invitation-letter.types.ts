import type DataLoader from 'dataloader';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../../shared/graph/connection.ts';
import { Node } from '../../../shared/graph/node.ts';
import { DateTime } from '../../../shared/graph/scalars.ts';
import { PORTAL_LANGUAGES, type PortalLanguage } from '../../../shared/text/localize.rules.ts';
import type { InvitationLetterRow } from './invitation-letter.loaders.ts';
import { InvitationLetterStatus } from './invitation-letter.rules.ts';

registerEnumType(InvitationLetterStatus, {
  name: 'InvitationLetterStatus',
  description: 'Where an invitation letter is: asked for, issued and valid, or revoked.',
});

export const LetterLanguage = Object.fromEntries(PORTAL_LANGUAGES.map((language) => [language, language]));
registerEnumType(LetterLanguage, {
  name: 'LetterLanguage',
  description: 'Languages that documents are written in: Kazakh, Russian, English.',
});

@ObjectType('InvitationLetter', {
  implements: Node,
  description: 'A letter that invites a registered person to an edition, for whoever grants visas.',
})
@Directive('@key(fields: "id")')
export class InvitationLetterType extends Node {
  @Field(() => InvitationLetterStatus)
  readonly status: InvitationLetterStatus;
  @Field(() => LetterLanguage, { description: 'The language it is written in.' })
  readonly language: PortalLanguage;
  @Field(() => String, { nullable: true, description: 'Where it is handed in, as the person wrote it.' })
  readonly embassy: string | null;
  @Field(() => DateTime)
  readonly requestedAt: Date;
  @Field(() => String, {
    nullable: true,
    description: 'Without gaps within an edition: `2026-000123`. Null until issued.',
  })
  readonly number: string | null;
  @Field(() => DateTime, { nullable: true, description: 'Null until issued.' })
  readonly issuedAt: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Null while it is not revoked.' })
  readonly revokedAt: Date | null;
  @Field(() => Int, { description: 'Grows with every change; give it back as `expectedVersion`.' })
  readonly version: number;

  readonly row: InvitationLetterRow;

  constructor(row: InvitationLetterRow) {
    super(row.id);
    this.status = row.status;
    this.language = row.language;
    this.embassy = row.embassy;
    this.requestedAt = row.requested_at;
    this.number = row.number;
    this.issuedAt = row.issued_at;
    this.revokedAt = row.revoked_at;
    this.version = row.version;
    this.row = row;
  }
}

export const InvitationLetterConnection = connectionType('InvitationLetter', () => InvitationLetterType);
export type InvitationLetterConnection = InstanceType<typeof InvitationLetterConnection>;

/** Sort key of an edition's letters. */
export function invitationLetterKey(row: InvitationLetterRow): [string, string] {
  return [row.requested_at.toISOString(), row.id];
}

/** A letter that a use case has just answered by its ID. */
export async function letterOf(
  id: string,
  invitationLetterById: DataLoader<string, InvitationLetterRow | null>,
): Promise<InvitationLetterType> {
  const row = await invitationLetterById.load(id);
  if (!row) throw new Error(`invitation letter ${id} is gone`);
  return new InvitationLetterType(row);
}
