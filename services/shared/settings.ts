import { z } from 'zod';

/** A setting that is missing or makes no sense. `message` is a line for each, for the operator. */
export class SettingsRefusal extends Error {}

/** What an operator may set, as the environment gives it: text by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads settings once, at start. Empty values count as absent. Throws `SettingsRefusal` with all that is wrong. */
export function readSettings<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: Environment,
): z.infer<z.ZodObject<Shape>> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = z.object(shape).safeParse(given);
  if (read.success) return read.data;
  throw new SettingsRefusal(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
}

const PORT_RANGE = 'a port is a number from 0 to 65535';

export const port = z
  .string()
  .regex(/^\d{1,5}$/, PORT_RANGE)
  .transform(Number)
  .refine((number) => number <= 65_535, PORT_RANGE);

/** A setting that is on or off: `1`, `true`, `on` or `0`, `false`, `off`. */
export const onOff = z
  .enum(['1', 'true', 'on', '0', 'false', 'off'], 'write 1 or 0')
  .transform((word) => word === '1' || word === 'true' || word === 'on');

const DATABASE_URL_FORM = 'write a PostgreSQL URL, postgres://user:password@host:5432/database';

export const databaseUrl = z
  .url({ protocol: /^postgres(ql)?$/, error: DATABASE_URL_FORM })
  .refine(isDecodable, `${DATABASE_URL_FORM}, with % written as %25`);

function isDecodable(url: string): boolean {
  try {
    return decodeURIComponent(url) !== '';
  } catch {
    return false;
  }
}

export const httpOrigin = z
  .url({ protocol: /^https?$/, error: 'write where the portal is reached, such as https://portal.example' })
  .transform((url) => url.replace(/\/+$/, ''));

export const logLevel = z
  .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'write fatal, error, warn, info, debug or silent')
  .default('warn');

/** Proxies whose word on a client's address is taken: addresses or networks, `10.0.0.0/8, 127.0.0.1`; none when absent. */
export const trustProxy = z
  .string()
  .regex(/^[0-9a-fA-F.:/, ]+$/, 'write addresses or networks of proxies, such as 10.0.0.0/8, 127.0.0.1')
  .optional();

const SECRET_LENGTH = `a secret has at least 32 characters; make one with "openssl rand -base64 32"`;
export const secret = z.string(SECRET_LENGTH).min(32, SECRET_LENGTH);
