/*
 * Imported before anything of Apollo's. The gateway library reports to its vendor unless this says no when it is
 * constructed, and a key found in the environment would turn the server's own reporting on.
 */
process.env.APOLLO_TELEMETRY_DISABLED = 'true';
delete process.env.APOLLO_KEY;
delete process.env.APOLLO_GRAPH_REF;
