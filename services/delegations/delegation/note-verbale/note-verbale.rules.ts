import { monthsBefore } from '../../../shared/text/when.rules.ts';

/** What a note verbale may be uploaded as, by the end of its name. */
const TYPES_BY_ENDING: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

const ENDINGS = new Map(
  Object.entries(TYPES_BY_ENDING)
    .toReversed()
    .map(([ending, type]) => [type, ending]),
);

/** In bytes; more does not pass the gateway in one request. */
export const NOTE_VERBALE_BYTES = 700_000;
export const FILE_NAME_LENGTH = 255;

export type FileProblem = 'blank' | 'name-too-long' | 'unknown-ending' | 'not-base64' | 'empty' | 'too-large';

/** Everything wrong with an upload but its type. `size` is null where the content is no base64. */
export function checkUpload(fileName: string, size: number | null): readonly { path: string; problem: FileProblem }[] {
  const problems: { path: string; problem: FileProblem }[] = [];
  if (fileName.trim() === '') problems.push({ path: 'fileName', problem: 'blank' });
  else if (expectedType(fileName) === null) problems.push({ path: 'fileName', problem: 'unknown-ending' });
  if (fileName.length > FILE_NAME_LENGTH) problems.push({ path: 'fileName', problem: 'name-too-long' });
  if (size === null) problems.push({ path: 'content', problem: 'not-base64' });
  else if (size === 0) problems.push({ path: 'content', problem: 'empty' });
  else if (size > NOTE_VERBALE_BYTES) problems.push({ path: 'content', problem: 'too-large' });
  return problems;
}

/** What a file of this name must be inside, by its ending; null for an ending of nothing that is taken. */
export function expectedType(fileName: string): string | null {
  const ending = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  return fileName.includes('.') && Object.hasOwn(TYPES_BY_ENDING, ending) ? (TYPES_BY_ENDING[ending] ?? null) : null;
}

/** How a file of a type ends, without the dot. */
export function endingOf(contentType: string): string {
  return ENDINGS.get(contentType) ?? 'bin';
}

/** What a note verbale says is kept this long once the edition is archived, like what people wrote for it. */
const NOTES_KEPT_MONTHS = 24;

/** Contents go of editions that were archived at this instant or before. */
export function goesBefore(now: Date): Date {
  return monthsBefore(now, NOTES_KEPT_MONTHS);
}
