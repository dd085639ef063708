import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** Folder of the project: commands run in it and name files from it. */
export const projectFolder = new URL('../../', import.meta.url);

export function readProjectFile(path: string): string {
  return readFileSync(new URL(path, projectFolder), 'utf8');
}

const Setting = z.union([z.string(), z.number().transform(String)]);

const ComposeService = z.object({
  image: z.string(),
  build: z.string().optional(),
  pull_policy: z.string().optional(),
  command: z.array(z.string()).default([]),
  environment: z.record(z.string(), Setting),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
  healthcheck: z.object({ test: z.array(z.string()) }),
  restart: z.string().optional(),
  init: z.boolean().default(false),
  read_only: z.boolean().default(false),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).default([]),
});

const ComposeFile = z.object({
  services: z.record(z.string(), ComposeService),
  networks: z.record(z.string(), z.object({ internal: z.boolean() }).nullable()),
  volumes: z.record(z.string(), z.null()),
});

export type ComposeService = z.infer<typeof ComposeService>;

export const composeText = readProjectFile('docker-compose.yml');
export const composeFile = ComposeFile.parse(parse(composeText, { merge: true }));

/** A container by the name it is reached under. */
export function composeService(name: string): ComposeService {
  const service = composeFile.services[name];
  if (!service) throw new Error(`docker-compose.yml has no ${name}`);
  return service;
}

/** `${NAME}`, `${NAME:-instead of nothing}` or `${NAME:?complaint about nothing}`. */
const VARIABLE = /\$\{([A-Z_]+)(?::([-?])([^}]*))?\}/g;

export interface Variable {
  readonly name: string;
  readonly isRequired: boolean;
}

/** The variables that the operator's `.env` is asked for, each once. */
export function variablesOf(text: string): Variable[] {
  const found = new Map<string, Variable>();
  for (const [, name = '', kind] of text.matchAll(VARIABLE)) found.set(name, { name, isRequired: kind === '?' });
  return [...found.values()];
}

/** Puts the operator's values in. */
export function interpolate(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(VARIABLE, (_all, name: string, kind: string | undefined, rest: string | undefined) => {
    const value = values[name];
    if (value !== undefined && value !== '') return value;
    return kind === '-' ? (rest ?? '') : '';
  });
}

/** What a container finds in its environment. */
export function environmentOf(name: string, values: Readonly<Record<string, string>>): Record<string, string> {
  const { environment } = composeService(name);
  return Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, interpolate(value, values)]));
}
