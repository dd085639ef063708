import { holds, type Viewer } from '../../shared/access/access.rules.ts';
import type { PersonName } from '../../shared/names/name.rules.ts';
import { initialsOf } from '../../shared/names/written-name.rules.ts';
import { readCode } from '../../shared/text/code.rules.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import { PLACERS } from '../application/application.rules.ts';
import type { CertificateKind } from '../deployment/ending/ending.rules.ts';

/** What a certificate is for: service to the agreed last day, or a part of it. */
export type IssuedKind = Exclude<CertificateKind, CertificateKind.NONE>;

export enum CertificateStatus {
  VALID = 'VALID',
  REVOKED = 'REVOKED',
}

/** What a certificate keeps of the service it is for: it says for ever what it said when it was issued. */
export interface ServiceAsIssued {
  /** Name of the host organisation. */
  readonly host: string;
  readonly city: string;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string;
  /** What was done: the title of the opening. */
  readonly title: Texts;
  readonly programme: Texts;
  /** IANA, of the host: in which the day of issue is told. */
  readonly timeZone: string;
  readonly isDemo: boolean;
}

/** 60 bits: a number is not come upon by trying, and tells nothing of how many there are. */
export const NUMBER_LENGTH = 12;

/** The number of a certificate as people read and type it: `ERK-7K3M-9QW2-A4BC`. */
export function certificateNumber(code: string): string {
  return ['ERK', ...(code.match(/.{1,4}/g) ?? [])].join('-');
}

/** A number as it is kept, from what somebody typed; null for what is no number of ours. */
export function readCertificateNumber(typed: string): string | null {
  const [, code] = /^ERK([0-9A-HJKMNP-TV-Z]{12})$/.exec(readCode(typed)) ?? [];
  return code === undefined ? null : certificateNumber(code);
}

/** The initials that a certificate is compared by; null while no name is known, and once the holder is erased. */
export function initialsOfHolder(names: {
  readonly latinName: PersonName | null;
  readonly nativeName: PersonName | null;
}): string | null {
  const name = names.latinName ?? names.nativeName;
  return name && initialsOf(name);
}

/** Whom a certificate concerns. */
export interface WhoseCertificate {
  readonly personId: string;
  readonly hostOrganisationId: string;
}

/** Whether a viewer may read a certificate with its name: its holder, the host they served with, who runs placements. */
export function maySeeCertificate(viewer: Viewer, { personId, hostOrganisationId }: WhoseCertificate): boolean {
  return (
    viewer.personId === personId ||
    holds(viewer, PLACERS, { kind: 'ALL', id: null }) ||
    holds(viewer, ['HOST_OFFICER'], { kind: 'HOST_ORGANISATION', id: hostOrganisationId })
  );
}
