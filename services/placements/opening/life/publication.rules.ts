import { dayIn } from '../../../shared/text/day.rules.ts';
import type { Texts } from '../../../shared/text/localize.rules.ts';
import {
  type Accreditation,
  type AccreditationShort,
  isAccredited,
  statusOn,
} from '../../host-organisation/host-organisation.rules.ts';
import { ProgrammeStatus } from '../../programme/programme.rules.ts';

const TEXTS = ['title', 'description', 'tasks'] as const;

/** What an opening says in words. */
export type OpeningTexts = Readonly<Record<(typeof TEXTS)[number], Texts>>;

/** What decides whether an opening may be published. */
export interface Publication {
  readonly texts: OpeningTexts;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly applicationDeadline: Date;
  readonly programme: ProgrammeStatus;
  readonly host: Accreditation & { readonly timeZone: string };
}

export type Incomplete = { readonly refusal: 'opening-incomplete'; readonly missing: readonly string[] };
export type PublicationProblem =
  | Incomplete
  | { readonly refusal: 'programme-not-open'; readonly status: ProgrammeStatus }
  | ({ readonly refusal: 'host-not-accredited' } & AccreditationShort)
  | { readonly refusal: 'deadline-passed'; readonly applicationDeadline: Date };

/** Texts that are needed, and that the language which has most of them lacks; null where one language has all. */
export function incompleteTexts(texts: OpeningTexts): Incomplete | null {
  const languages = new Set(TEXTS.flatMap((text) => Object.keys(texts[text])));
  const lacking = [...languages].map((language) => TEXTS.filter((text) => !Object.hasOwn(texts[text], language)));
  const missing = lacking.toSorted((a, b) => a.length - b.length)[0] ?? [...TEXTS];
  return missing.length > 0 ? { refusal: 'opening-incomplete', missing } : null;
}

/**
 * What keeps an opening from being published; null for nothing.
 *
 * It is written in full in one language; its programme is OPEN; its host is accredited now, and to the last day of
 * service; its deadline lies ahead.
 */
export function publicationProblem(
  { texts, startsOn, endsOn, applicationDeadline, programme, host }: Publication,
  now: Date,
): PublicationProblem | null {
  const incomplete = incompleteTexts(texts);
  if (incomplete) return incomplete;
  if (programme !== ProgrammeStatus.OPEN) return { refusal: 'programme-not-open', status: programme };
  const today = dayIn(host.timeZone, now);
  if (!isAccredited(host, { from: startsOn, until: endsOn }, today)) {
    const status = statusOn(host, today);
    return {
      refusal: 'host-not-accredited',
      status,
      validUntil: host.accreditationValidUntil ?? null,
      neededUntil: endsOn,
    };
  }
  return applicationDeadline <= now ? { refusal: 'deadline-passed', applicationDeadline } : null;
}
