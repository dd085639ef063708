import type { EntityManager } from '@mikro-orm/postgresql';
import { foldedKey } from '../../shared/names/fold.rules.ts';
import { seedDemoGrants } from './demo-grants.ts';
import { demoAccounts, demoHeads, demoVolunteers } from './demo-people.ts';
import { erasedAmong } from './erased-demo-people.ts';

/** Brings the demonstration's people. Their sign-in accounts belong to `identity/`. */
export async function seedDemo(em: EntityManager, now: Date): Promise<void> {
  const people = [...demoAccounts, ...demoHeads, ...demoVolunteers];
  const gone = await erasedAmong(em, people);
  for (const person of people.filter(({ id }) => !gone.has(id))) {
    const { id, displayName, native, latin, locale, citizenship, birthDate = null, languages = [] } = person;
    await em.execute(
      `insert into person (id, display_name, native_name, latin_name, folded_name, preferred_locale, citizenship,
         birth_date, languages, created_at)
       values (?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?::jsonb, ?) on conflict do nothing`,
      [
        id,
        displayName,
        JSON.stringify(native),
        JSON.stringify(latin),
        foldedKey({ display: displayName, native, latin }),
        locale,
        citizenship,
        birthDate,
        JSON.stringify(languages),
        now,
      ],
    );
  }
  await seedDemoGrants(em, gone, now);
}
