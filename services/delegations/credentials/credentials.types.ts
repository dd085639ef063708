import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { countedConnectionType } from '../../shared/graph/connection.ts';
import { DateTime } from '../../shared/graph/scalars.ts';
import type { NominationStatus } from '../nomination/nomination.rules.ts';
import type { CredentialsRow, DelegationCredentialsRow } from './credentials.loaders.ts';
import {
  CREDENTIALS_ITEMS,
  CredentialsDecision,
  CredentialsItem,
  CredentialsStatus,
  credentialsStatusOf,
  missingFrom,
} from './credentials.rules.ts';
import { DelegationDecision } from './delegation/delegation-decision.rules.ts';

registerEnumType(CredentialsItem, {
  name: 'CredentialsItem',
  description: 'What is looked at in credentials.',
  valuesConfig: {
    ISSUER: { description: 'Issued by the head of state or government, the foreign minister, or whom they entrust.' },
    SIGNATORY: { description: 'Name and title of the signatory are there.' },
    AUTHORITY: { description: 'It clearly authorises the person to take part.' },
    PLACE_AND_DATE: { description: 'Place and date are there.' },
    NAMES_MATCH: { description: 'The Latin name is that of the document the person travels with.' },
    DOCUMENT_VALID: { description: 'That document is valid beyond the end of the edition.' },
  },
});
registerEnumType(CredentialsDecision, {
  name: 'CredentialsDecision',
  description: 'What is decided about credentials. HOLD, RETURN and REJECT say why.',
  valuesConfig: {
    APPROVE: { description: 'Everything is met.' },
    ADMIT_PROVISIONALLY: { description: 'They take part until the rest is there.' },
    HOLD: { description: 'Waits for somebody else’s word.' },
    RETURN: { description: 'The state corrects it, and puts it forward again.' },
    REJECT: { description: 'Ends the nomination: its place and its seat are free.' },
  },
});
registerEnumType(CredentialsStatus, {
  name: 'CredentialsStatus',
  description: 'Where credentials are.',
  valuesConfig: {
    AWAITED: { description: 'The nominee has not confirmed yet.' },
    SUBMITTED: { description: 'Nobody has taken them up yet.' },
    VOID: { description: 'The nominee has left the delegation.' },
  },
});
registerEnumType(DelegationDecision, {
  name: 'DelegationDecision',
  description: 'What is decided about a delegation as a whole. RETURN and REFUSE say why.',
  valuesConfig: {
    ACCREDIT: { description: 'Everybody whom it names is approved.' },
    ADMIT_PROVISIONALLY: { description: 'It takes part until everybody is approved.' },
    RETURN: { description: 'It is put right and handed in anew.' },
    REFUSE: { description: 'It does not come: everybody is withdrawn.' },
  },
});

@ObjectType('CredentialsCheck', { description: 'One line of the checklist.' })
export class CredentialsCheckType {
  @Field(() => CredentialsItem)
  readonly item: CredentialsItem;
  @Field(() => Boolean, { description: 'By word of the officer who looked at it; false before.' })
  readonly met: boolean;

  constructor(item: CredentialsItem, met: boolean) {
    this.item = item;
    this.met = met;
  }
}

@ObjectType('Credentials', { description: 'What a nominee takes part by, and how far it is checked.' })
export class CredentialsType {
  @Field(() => CredentialsStatus)
  readonly status: CredentialsStatus;
  @Field(() => [CredentialsCheckType], { description: 'Every item there is, always in the same order.' })
  readonly checklist: readonly CredentialsCheckType[];
  @Field(() => [CredentialsItem], { description: 'Items of the checklist that are not met.' })
  readonly missing: readonly CredentialsItem[];
  @Field(() => CredentialsDecision, { nullable: true, description: 'The last one. Null until there is one.' })
  readonly decision: CredentialsDecision | null;
  @Field(() => DateTime, { nullable: true, description: 'When the last decision was taken.' })
  readonly decidedAt: Date | null;
  @Field(() => String, {
    nullable: true,
    description: 'What the officer said with the last decision, to the nominee and whoever composes the delegation.',
  })
  readonly note: string | null;
  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when they wait for a last word. Null where none is to come, or the nominee has not confirmed.',
  })
  readonly waitingSince: Date | null;

  readonly nominationId: string;
  readonly row: CredentialsRow | null;

  constructor(nominationId: string, status: NominationStatus, row: CredentialsRow | null) {
    const met = row?.met ?? [];
    this.status = credentialsStatusOf(status);
    this.checklist = CREDENTIALS_ITEMS.map((item) => new CredentialsCheckType(item, met.includes(item)));
    this.missing = missingFrom(met);
    this.decision = row?.decision ?? null;
    this.decidedAt = row?.decided_at ?? null;
    this.note = row?.note ?? null;
    this.waitingSince = row?.waiting_since ?? null;
    this.nominationId = nominationId;
    this.row = row;
  }
}

export const CredentialsConnection = countedConnectionType('Credentials', () => CredentialsType);

/** Sort key of the queue. */
export function queueKey({ waiting_since: since, nomination_id: id }: CredentialsRow): [string, string] {
  if (!since) throw new Error(`the credentials of ${id} wait for nothing`);
  return [since.toISOString(), id];
}

@ObjectType('DelegationCredentials', { description: 'What was decided about a delegation as a whole, last.' })
export class DelegationCredentialsType {
  @Field(() => DelegationDecision)
  readonly decision: DelegationDecision;
  @Field(() => String, { nullable: true, description: 'What the officer said with it.' })
  readonly note: string | null;
  @Field(() => DateTime)
  readonly decidedAt: Date;

  constructor({ decision, note, decided_at: decidedAt }: DelegationCredentialsRow) {
    this.decision = decision;
    this.note = note;
    this.decidedAt = decidedAt;
  }
}
