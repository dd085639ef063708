import { SettingsRefusal } from './settings.ts';

/** What the operator can put right, in a line each; null for a fault of ours. */
export function explainRefusal(error: unknown): string | null {
  if (error instanceof SettingsRefusal) return error.message;
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `Port ${portOf(error)} is in use. Stop what uses it, or set PORT to another.`;
    case 'EACCES':
      return `Port ${portOf(error)} is not for this user. Set PORT to one above 1023.`;
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EHOSTUNREACH':
    case 'ETIMEDOUT':
      return `The database of DATABASE_URL cannot be reached (${codeOf(error)}). Start it, or correct the URL.`;
    case '28P01':
    case '28000':
      return 'The database of DATABASE_URL does not let this user in. Correct the user and password in the URL.';
    case '3D000':
      return 'The database named in DATABASE_URL does not exist. Create it, or correct the URL.';
    case '42501':
      return 'The user of DATABASE_URL may not create roles and schemas. Use one that may.';
    default:
      return null;
  }
}

function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  // Node tries every address of a host name and tells of all of them at once.
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return 'code' in error && typeof error.code === 'string' ? error.code : null;
}

function portOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'port' in error ? String(error.port) : 'asked for';
}
