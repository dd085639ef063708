/** A state of the data folder or of this machine that the operator can put right; `message` is one line that says how. */
export class EmbeddedPostgresRefusal extends Error {
  override readonly name = 'EmbeddedPostgresRefusal';
}

export function notWritable(folder: string, cause: unknown): EmbeddedPostgresRefusal {
  const code = systemErrorCode(cause);
  return new EmbeddedPostgresRefusal(
    `The data folder ${folder} cannot be written${code ? ` (${code})` : ''}. ` +
      'Make it writable for this user or set DATA_DIR to another folder.',
    { cause },
  );
}

export function noSpaceLeft(folder: string, cause: unknown): EmbeddedPostgresRefusal {
  return new EmbeddedPostgresRefusal(
    `There is no space left for the data folder ${folder}. Free some on its disk or set DATA_DIR to another one.`,
    { cause },
  );
}

/** The refusal for a system call that failed on the data folder; an error that is none of these comes back as it was. */
export function explainFolderError(folder: string, error: unknown): unknown {
  const code = systemErrorCode(error) ?? '';
  if (['ENOSPC', 'EDQUOT'].includes(code)) return noSpaceLeft(folder, error);
  return ['EACCES', 'EPERM', 'EROFS'].includes(code) && concerns(error, folder) ? notWritable(folder, error) : error;
}

/** The code of a failed system call (`ENOENT`, `EACCES` …), or undefined when `error` is something else. */
export function systemErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function concerns(error: unknown, folder: string): boolean {
  return error instanceof Error && 'path' in error && `${error.path}`.startsWith(folder);
}
