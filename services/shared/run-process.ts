/**
 * Runs a process until it is told to stop.
 *
 * `start` returns what closes everything again. A start that fails prints what `explain` makes of it, or the whole fault,
 * and exits 1. SIGINT and SIGTERM close and exit 0; a second one does not wait.
 */
export async function runProcess(
  start: () => Promise<() => Promise<void>>,
  explain: (error: unknown) => string | null,
): Promise<void> {
  let close: () => Promise<void>;
  try {
    close = await start();
  } catch (error) {
    console.error(explain(error) ?? error);
    process.exit(1);
  }
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, async () => {
      if (stopping) process.exit(1);
      stopping = true;
      try {
        await close();
        process.exit(0);
      } catch (error) {
        console.error(error);
        process.exit(1);
      }
    });
  }
}
