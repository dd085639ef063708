import { defineEntity, p } from '@mikro-orm/core';
import type { Texts } from '../../shared/text/localize.rules.ts';
import { contactProperties } from '../contact/contact.entity.ts';
import { Region } from '../region/region.entity.ts';
import { FrontOfficeKind } from './front-office.rules.ts';

export const FrontOfficeSchema = defineEntity({
  name: 'FrontOffice',
  properties: {
    id: p.text().primary(),
    kind: p.enum(() => FrontOfficeKind),
    region: () => p.manyToOne(Region).ref(),
    name: p.json<Texts>(),
    ...contactProperties,
  },
});

/** An office where volunteers and those who need them are received: one in each region, and the national one. */
export class FrontOffice extends FrontOfficeSchema.class {}
FrontOfficeSchema.setClass(FrontOffice);
