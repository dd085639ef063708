import { defineEntity, p } from '@mikro-orm/core';
import { CompletionItem, CompletionParty } from './completion.rules.ts';

export const DoneItemSchema = defineEntity({
  name: 'DoneItem',
  tableName: 'completion_item',
  properties: {
    deploymentId: p.text().primary(),
    item: p.enum(() => CompletionItem).primary(),
    party: p.enum(() => CompletionParty),
    doneAt: p.datetime(),
    /** Null where the portal has noted it. */
    doneById: p.text().nullable(),
  },
});

/** An item of a deployment's end checklist that is done. What is not done has no row. */
export class DoneItem extends DoneItemSchema.class {}
DoneItemSchema.setClass(DoneItem);
