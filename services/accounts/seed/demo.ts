import type { EntityManager } from '@mikro-orm/postgresql';
import { seedDemoGrants } from './demo-grants.ts';
import { demoAccounts, demoHeads } from './demo-people.ts';

/** Brings the demonstration's people. Their sign-in accounts belong to `identity/`. */
export async function seedDemo(em: EntityManager, now: Date): Promise<void> {
  for (const person of [...demoAccounts, ...demoHeads]) {
    await em.execute(
      `insert into person (id, display_name, native_name, latin_name, preferred_locale, created_at)
       values (?, ?, ?::jsonb, ?::jsonb, ?, ?) on conflict do nothing`,
      [person.id, person.displayName, JSON.stringify(person.native), JSON.stringify(person.latin), person.locale, now],
    );
  }
  await seedDemoGrants(em, now);
}
