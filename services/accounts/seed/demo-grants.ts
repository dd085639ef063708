import type { EntityManager } from '@mikro-orm/postgresql';
import type { Role, ScopeKind } from '../../shared/access/access.rules.ts';
import { namedId } from '../../shared/ids.ts';
import { demoAccounts } from './demo-people.ts';

interface DemoGrant {
  readonly mailbox: string;
  readonly role: Role;
  readonly kind: ScopeKind;
  readonly id: string | null;
}

const EDITION = namedId('forum_edition', '2026');

/** What the demonstration's people are entrusted with; participant and volunteer have nothing but their own. */
const demoGrants: readonly DemoGrant[] = [
  { mailbox: 'focal-point.kg', role: 'FOCAL_POINT', kind: 'DELEGATION', id: namedId('delegation', '2026/KG') },
  { mailbox: 'accreditation', role: 'ACCREDITATION_OFFICER', kind: 'EDITION', id: EDITION },
  { mailbox: 'desk', role: 'REGISTRATION_DESK', kind: 'EDITION', id: EDITION },
  { mailbox: 'host.ke', role: 'HOST_OFFICER', kind: 'HOST_ORGANISATION', id: namedId('host_organisation', 'demo/KE') },
  { mailbox: 'partner.ke', role: 'PARTNER', kind: 'COUNTRY', id: 'KE' },
  { mailbox: 'placements', role: 'PLACEMENT_OFFICER', kind: 'ALL', id: null },
  { mailbox: 'admin', role: 'ADMINISTRATOR', kind: 'ALL', id: null },
];

/** Entrusts the demonstration's people with their roles, and notes the addresses they sign in with. Leaves out who is gone. */
export async function seedDemoGrants(em: EntityManager, gone: ReadonlySet<string>, now: Date): Promise<void> {
  for (const { id, email } of demoAccounts.filter(({ id }) => !gone.has(id))) {
    await em.execute('insert into sign_in_address (person_id, email) values (?, ?) on conflict do nothing', [
      id,
      email,
    ]);
  }
  for (const { mailbox, role, kind, id } of demoGrants) {
    const person = demoAccounts.find(({ email }) => email.startsWith(`${mailbox}@`));
    if (!person) throw new Error(`the demonstration has nobody called ${mailbox}`);
    if (gone.has(person.id)) continue;
    await em.execute(
      `insert into role_grant (id, person_id, role, scope_kind, scope_id, since) values (?, ?, ?, ?, ?, ?)
       on conflict do nothing`,
      [namedId('role_grant', `demo/${mailbox}`), person.id, role, kind, id, now],
    );
  }
}
