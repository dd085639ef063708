import { defineEntity, p } from '@mikro-orm/core';

const AuditEntrySchema = defineEntity({
  name: 'AuditEntry',
  properties: {
    id: p.text().primary(),
    at: p.datetime(),
    /** Person or API client that acted; null for the portal itself. */
    actorId: p.text().nullable(),
    onBehalfOfId: p.text().nullable(),
    command: p.text(),
    subjectId: p.text(),
    outcome: p.text(),
    changes: p.json<readonly FieldChange[]>(),
    reason: p.text().nullable(),
  },
});

/** A change of one field, by value. Only ids, states, numbers and instants: never what names or describes a person. */
export interface FieldChange {
  readonly field: string;
  readonly from: string | number | boolean | null;
  readonly to: string | number | boolean | null;
}

/** Who did what to what, written in the transaction that did it. Append-only. */
export class AuditEntry extends AuditEntrySchema.class {}
AuditEntrySchema.setClass(AuditEntry);

const OutboxEventSchema = defineEntity({
  name: 'OutboxEvent',
  properties: {
    id: p.text().primary(),
    type: p.text(),
    occurredAt: p.datetime(),
    payload: p.json<EventPayload>(),
  },
});

/** Ids, states and instants; what else a consumer needs it asks for. No personal data. */
export type EventPayload = Readonly<Record<string, string | number | boolean | null>>;

/** Something that happened here and that other services may act on. Leaves the table when it is handed over. */
export class OutboxEvent extends OutboxEventSchema.class {}
OutboxEventSchema.setClass(OutboxEvent);

/** The entities of the journal, which every service keeps. */
export const journalEntities = [AuditEntrySchema, OutboxEventSchema];
