import { eraseWhenAsked } from '../../../shared/privacy/erase-when-asked.ts';
import { personalTables } from '../personal-tables.ts';

/** Erases a person from accounts, and from identity: nobody signs in as them any more. */
export const eraseAccount = eraseWhenAsked({
  service: 'accounts',
  tables: personalTables,
  async settle(tx, { personId }) {
    await tx.execute('select identity.forget(?)', [personId]);
    return null;
  },
});
