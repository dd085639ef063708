import { holders } from '../../services/shared/access/access.rules.ts';
import { DateTime } from '../../services/shared/graph/scalars.ts';

/** Who may read the audit trail. */
export const mayReadTrail = holders('ADMINISTRATOR');

/** The trail's part of the gateway's own subgraph. `Person` is the stub that it has of every node. */
export const auditTrailSdl = `extend type Query {
  """
  Who did what to a thing, the newest first, joined from all services. For ${mayReadTrail.sentence}.
  """
  auditTrail(
    "ID of the thing that was changed."
    subject: ID!
    "How many: 1 to 100, 20 when absent."
    first: Int
    "Begin after this cursor."
    after: String
  ): AuditEntryConnection
}

"""
A page of the audit trail: Relay connection, in a total order.
"""
type AuditEntryConnection {
  """
  Null, with an error that names it, for each service that is out of reach: its entries are missing from the page.
  """
  edges: [AuditEntryEdge]!
  """
  The nodes of \`edges\`, for clients that need no cursor for each.
  """
  nodes: [AuditEntry]!
  pageInfo: PageInfo!
}

"""
A node and its place in the list.
"""
type AuditEntryEdge {
  cursor: String!
  node: AuditEntry!
}

"""
Who did what, on whose behalf, when and why. Written in the transaction of the change, and never changed itself.
"""
type AuditEntry {
  id: ID!
  at: DateTime!
  """
  The person who acted. Null for the portal itself and for a partner's system; \`actorId\` tells them apart.
  """
  actor: Person
  """
  ID of the person or API client that acted. Null for the portal itself.
  """
  actorId: ID
  """
  The person for whom the actor acted. Null where they acted for themself or by their office.
  """
  onBehalfOf: Person
  """
  The service that was acted in: \`forum\`.
  """
  service: String!
  """
  What was done, by the name of the mutation, or of what the portal does by itself.
  """
  command: String!
  """
  \`DONE\`: attempts that were refused change nothing and are not kept.
  """
  outcome: String!
  """
  Only IDs, states, numbers and instants: never what names or describes a person.
  """
  changes: [FieldChange!]!
  """
  As the actor gave it.
  """
  reason: String
}

"""
A change of one field, by value.
"""
type FieldChange {
  field: String!
  """
  Null where there was nothing.
  """
  from: String
  """
  Null where there is nothing any more.
  """
  to: String
}

"""
Where a page stands in its list.
"""
type PageInfo @shareable {
  hasNextPage: Boolean!
  hasPreviousPage: Boolean!
  """
  Null on an empty page.
  """
  startCursor: String
  """
  Null on an empty page.
  """
  endCursor: String
}

"""
${DateTime.description}
"""
scalar DateTime
`;
