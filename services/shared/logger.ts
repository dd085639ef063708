import pino, { type Logger } from 'pino';

export type { Logger };

/**
 * Opens the log of a process: one JSON object a line on standard error.
 *
 * Log ids, codes and counts, never names, addresses, tokens or request bodies. The paths below are a net for what slips
 * through, not a licence.
 */
export function openLog(options: { name: string; level: string }): Logger {
  return pino(
    {
      name: options.name,
      level: options.level,
      redact: ['*.email', '*.password', '*.token', '*.authorization', '*.variables', 'err.parameters', 'err.detail'],
    },
    pino.destination({ fd: 2, sync: true }),
  );
}
