import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../../shared/journal/journal.ts';
import type { Application } from '../application.entity.ts';
import type { ApplicationStatus } from '../application.rules.ts';
import { type Applicant, isEligible, judge, RULES_VERSION, type RuleResult } from '../eligibility/eligibility.rules.ts';
import { keysOf, lockApplication } from '../move-application.ts';
import { isConfirmable } from './confirm-terms.rules.ts';

export interface ConfirmTerms {
  readonly personId: string;
  readonly applicationId: string;
  /** The version that the applicant has read. */
  readonly termsVersion: number;
  readonly expectedVersion: number | null;
}

export type ConfirmTermsOutcome =
  | { readonly applicationId: string }
  | { readonly refusal: 'application-not-found' }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number }
  | { readonly refusal: 'application-ended'; readonly status: ApplicationStatus }
  | { readonly refusal: 'terms-outdated'; readonly termsVersion: number }
  | { readonly refusal: 'not-eligible'; readonly failed: readonly RuleResult[] };

/**
 * Notes that an applicant agrees to the terms of an opening as they are now, and judges them by these.
 *
 * Whoever does not meet them is told so and stays as they are, until the time to confirm is over. Confirming what is
 * confirmed already changes nothing.
 */
export function confirmTerms(em: EntityManager, command: ConfirmTerms, now: Date): Promise<ConfirmTermsOutcome> {
  const { personId, applicationId, termsVersion, expectedVersion } = command;
  return em.transactional(async (tx) => {
    const locked = await lockApplication(tx, applicationId);
    if (locked?.application.personId !== personId) return { refusal: 'application-not-found' };
    const { application, opening } = locked;
    const { status, version, termsVersion: agreed } = application;
    if (expectedVersion !== null && expectedVersion !== version) {
      return { refusal: 'version-conflict', currentVersion: version };
    }
    if (!isConfirmable(status)) return { refusal: 'application-ended', status };
    if (termsVersion !== opening.termsVersion) {
      return { refusal: 'terms-outdated', termsVersion: opening.termsVersion };
    }
    if (agreed === termsVersion) return { applicationId };
    const eligibility = judge(opening.requirements, applicantOf(application), opening.startsOn);
    if (!isEligible(eligibility)) return { refusal: 'not-eligible', failed: eligibility.filter(({ met }) => !met) };

    tx.assign(application, { termsVersion, eligibility, rulesVersion: RULES_VERSION, confirmationEndsAt: null });
    const changes = [{ field: 'termsVersion', from: agreed, to: termsVersion }];
    audit(tx, { actorId: personId, command: 'confirmTerms', subjectId: applicationId, changes }, now);
    publish(tx, 'TermsConfirmed', { ...keysOf(application), termsVersion }, now);
    await tx.flush();
    return { applicationId };
  });
}

function applicantOf({ birthDate, citizenship, education, languages, skills }: Application): Applicant {
  return {
    birthDate: birthDate ?? null,
    citizenship: citizenship ?? null,
    education: education ?? null,
    languages: languages ?? null,
    skills: skills ?? null,
  };
}
