import { fileUrl } from '../../../shared/files/file.ts';

/** A document as whoever holds it can name it. */
export interface Verifiable {
  readonly number: string;
  readonly code: string;
}

/** The page that says whether a document is genuine, as its QR code holds it. */
export function verificationUrl(publicUrl: string, { number, code }: Verifiable): string {
  return `${fileUrl(publicUrl, 'forum', 'verifications', number)}?code=${code}`;
}
