import { defineEntity, p } from '@mikro-orm/core';

export const CalendarSubscriptionSchema = defineEntity({
  name: 'CalendarSubscription',
  properties: {
    registrationId: p.text().primary(),
    personId: p.text(),
    /** The token itself is shown once and kept nowhere. */
    tokenHash: p.text(),
    /** BCP 47; calendars say nothing of their language. */
    locale: p.text(),
    madeAt: p.datetime(),
  },
});

/** A participant's programme as a link that their calendar follows. One for each registration; a new one ends it. */
export class CalendarSubscription extends CalendarSubscriptionSchema.class {}
CalendarSubscriptionSchema.setClass(CalendarSubscription);
