import { defineEntity, p } from '@mikro-orm/core';
import { contactProperties } from '../contact/contact.entity.ts';

export const CallCentreSchema = defineEntity({
  name: 'CallCentre',
  properties: { id: p.text().primary(), ...contactProperties },
});

/** The one call centre of the whole network. */
export class CallCentre extends CallCentreSchema.class {}
CallCentreSchema.setClass(CallCentre);
