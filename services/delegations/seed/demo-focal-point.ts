import type { EntityManager } from '@mikro-orm/postgresql';
import { namedId } from '../../shared/ids.ts';
import { A4, makePdf } from '../../shared/pdf/pdf.ts';
import { databaseStore } from '../delegation/note-verbale/note-verbale.loaders.ts';

/** Whom the demonstration entrusts with a delegation, and as whom they sign in. */
const COUNTRY = 'KG';
const MAILBOX = 'focal-point.kg@demo.erikti.example';

/** Gives the demonstration's focal point their place in the delegation they run, with a note verbale that says so. */
export async function seedDemoFocalPoint(em: EntityManager, now: Date): Promise<void> {
  const delegationId = namedId('delegation', `2026/${COUNTRY}`);
  const personId = namedId('person', MAILBOX);
  const noteVerbaleId = namedId('note_verbale', `2026/${COUNTRY}`);
  const content = await noteVerbale(now);
  await em.transactional(async (tx) => {
    const gone = await tx.execute('select from erased_person where person_id = ?', [personId]);
    if (gone.length > 0) return;
    const brought = await tx.execute(
      `insert into note_verbale (id, delegation_id, content_type, size, uploaded_at)
       values (?, ?, 'application/pdf', ?, ?) on conflict do nothing returning id`,
      [noteVerbaleId, delegationId, content.length, now],
    );
    if (brought.length === 0) return;
    await databaseStore.put(tx, noteVerbaleId, content);
    await tx.execute(
      `insert into focal_point (
         id, delegation_id, person_id, status, slot, note_verbale_id, since, designated_at, confirmed_at
       ) values (?, ?, ?, 'CONFIRMED', 1, ?, ?, ?, ?)`,
      [namedId('focal_point', `2026/${COUNTRY}`), delegationId, personId, noteVerbaleId, now, now, now],
    );
  });
}

function noteVerbale(settledAt: Date): Promise<Buffer> {
  const about = { title: 'Note verbale', language: 'en', settledAt, size: [A4.width, A4.height], margin: 72 } as const;
  return makePdf(about, (page) => {
    page.fontSize(14).text('A demonstration of a note verbale. It designates nobody.');
  });
}
