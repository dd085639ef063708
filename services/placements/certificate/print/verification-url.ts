import { fileUrl } from '../../../shared/files/file.ts';

/** The page that says whether a certificate is genuine, as its QR code holds it. */
export function verificationUrl(publicUrl: string, number: string): string {
  return fileUrl(publicUrl, 'placements', 'verifications', number);
}
