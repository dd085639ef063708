/** How often a process that npm runs looks whether npm is still there. */
const PARENT_INTERVAL_MS = 500;

/**
 * Runs a process until it is told to stop.
 *
 * `start` returns what closes everything again. A start that fails prints what `explain` makes of it, or the whole fault,
 * and exits 1. SIGINT and SIGTERM close and exit 0; a second one does not wait. A process that npm runs ends with npm, too:
 * a shell that stands between them takes the signal and does not pass it on.
 */
export async function runProcess(
  start: () => Promise<() => Promise<void>>,
  explain: (error: unknown) => string | null,
  { isRunByNpm = false }: { readonly isRunByNpm?: boolean } = {},
): Promise<void> {
  const parent = process.ppid;
  let close: () => Promise<void>;
  try {
    close = await start();
  } catch (error) {
    console.error(explain(error) ?? error);
    process.exit(1);
  }
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    try {
      await close();
      process.exit(0);
    } catch (error) {
      console.error(error);
      process.exit(1);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  if (!isRunByNpm) return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    if (!stopping) stop();
  }, PARENT_INTERVAL_MS);
  watch.unref();
}
