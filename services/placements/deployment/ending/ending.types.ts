import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, LocalDate, SafeInt } from '../../../shared/graph/scalars.ts';
import { EntitlementKind } from '../../opening/terms.rules.ts';
import { DutyReportKind } from '../../report/report.rules.ts';
import { EndingEvidence } from '../deployment.rules.ts';
import { CompletionItem, CompletionParty, partyOf } from './completion.rules.ts';
import { CertificateKind, EntitlementChange } from './ending.rules.ts';
import type { SettledEntitlement } from './entitlement.rules.ts';

registerEnumType(EntitlementChange, {
  name: 'EntitlementChange',
  description: 'What an ending makes of an entitlement.',
  valuesConfig: {
    PRORATED: { description: 'For the months begun of a MONTHLY_ALLOWANCE, else by the days served.' },
    ADDED: { description: 'Given beside what was agreed, in kind.' },
  },
});
registerEnumType(EndingEvidence, {
  name: 'EndingEvidence',
  description: 'Papers that show why service ended. Of a MEDICAL_CERTIFICATE only that it was seen is kept.',
});
registerEnumType(CompletionItem, {
  name: 'CompletionItem',
  description: 'What has to be done before service is completed.',
  valuesConfig: {
    HOST_EVALUATION_FILED: { description: 'Noted by the portal.' },
    FINAL_REPORT_ACCEPTED: { description: 'Noted by the portal.' },
  },
});
registerEnumType(CompletionParty, {
  name: 'CompletionParty',
  description: 'Whose matter an item of the end checklist is. OFFICE: of those who run placements.',
});

@ObjectType({ description: 'A report that is still due when service ends.' })
export class ReportDue {
  @Field(() => DutyReportKind)
  readonly kind: DutyReportKind;
  @Field(() => LocalDate, { description: 'Last day.' })
  readonly dueOn: string;

  constructor(kind: DutyReportKind, dueOn: string) {
    this.kind = kind;
    this.dueOn = dueOn;
  }
}

@ObjectType({ description: 'What somebody gets of an entitlement for the whole of their service.' })
export class EntitlementPreview {
  @Field(() => EntitlementKind)
  readonly kind: EntitlementKind;
  @Field(() => SafeInt, {
    nullable: true,
    description: "In the currency's smallest unit, for the whole of the service. Null where it is given in kind.",
  })
  readonly amount: number | null;
  @Field(() => String, { nullable: true, description: 'ISO 4217. Null where it is given in kind.' })
  readonly currency: string | null;
  @Field(() => EntitlementChange)
  readonly change: EntitlementChange;

  constructor({ kind, amount, currency, change }: SettledEntitlement) {
    this.kind = kind;
    this.amount = amount;
    this.currency = currency;
    this.change = change;
  }
}

@ObjectType({ description: 'What follows if service ends so. Nothing is changed by looking.' })
export class EndingPreview {
  @Field(() => CertificateKind)
  readonly certificateKind: CertificateKind;
  @Field(() => [ReportDue])
  readonly reportsDue: ReportDue[];
  @Field(() => [EntitlementPreview])
  readonly entitlements: EntitlementPreview[];
  @Field(() => EndingEvidence, { nullable: true, description: 'The paper that is due. Null where none is.' })
  readonly evidenceDue: EndingEvidence | null;

  constructor(preview: {
    certificateKind: CertificateKind;
    reportsDue: ReportDue[];
    entitlements: EntitlementPreview[];
    evidenceDue: EndingEvidence | null;
  }) {
    this.certificateKind = preview.certificateKind;
    this.reportsDue = preview.reportsDue;
    this.entitlements = preview.entitlements;
    this.evidenceDue = preview.evidenceDue;
  }
}

@ObjectType({ description: 'An item of the end checklist.' })
export class CompletionChecklistItem {
  @Field(() => CompletionItem)
  readonly item: CompletionItem;
  @Field(() => CompletionParty)
  readonly party: CompletionParty;
  @Field(() => Boolean)
  readonly done: boolean;
  @Field(() => DateTime, { nullable: true, description: 'Null while it is not done.' })
  readonly doneAt: Date | null;

  constructor(item: CompletionItem, doneAt: Date | null) {
    this.item = item;
    this.party = partyOf(item);
    this.done = doneAt !== null;
    this.doneAt = doneAt;
  }
}
