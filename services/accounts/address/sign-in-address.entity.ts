import { defineEntity, p } from '@mikro-orm/core';

export const SignInAddressSchema = defineEntity({
  name: 'SignInAddress',
  properties: {
    personId: p.text().primary(),
    /** In lower case. */
    email: p.text(),
  },
});

/** The address somebody signs in with, as identity last told it: how administrators name people. */
export class SignInAddress extends SignInAddressSchema.class {}
SignInAddressSchema.setClass(SignInAddress);
