const WINDOW_SECONDS = 60;

/** What asks for a mail: few people need it twice in a minute, and mails cost others their patience. */
const MAILS = { window: WINDOW_SECONDS, max: 5 };
/** What tries a secret. */
const TRIALS = { window: WINDOW_SECONDS, max: 10 };
const SIGN_INS = { window: WINDOW_SECONDS, max: 30 };

/** How often one client address may ask, path by path; whatever is not named, 300 times a minute. */
export const rateLimits = {
  window: WINDOW_SECONDS,
  max: 300,
  customRules: {
    '/sign-in/email': SIGN_INS,
    '/sign-up/email': SIGN_INS,
    '/sign-in/social': SIGN_INS,
    '/callback/*': SIGN_INS,
    '/one-time-token/verify': SIGN_INS,
    '/verify-email': SIGN_INS,
    '/sign-in/email-otp': TRIALS,
    '/email-otp/verify-email': TRIALS,
    '/email-otp/reset-password': TRIALS,
    '/reset-password': TRIALS,
    '/reset-password/*': TRIALS,
    '/change-password': TRIALS,
    '/email-otp/send-verification-otp': MAILS,
    '/email-otp/request-password-reset': MAILS,
    '/request-password-reset': MAILS,
    '/send-verification-email': MAILS,
  },
};
