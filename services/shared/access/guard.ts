import { defaultFieldResolver, GraphQLError, type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';
import type { AccessRule, Verdict, Viewer } from './access.rules.ts';
import { ACCESS, type Call } from './allow.ts';

interface GuardedContext {
  readonly viewer: Viewer;
}

/**
 * Puts the declared rules in front of the resolvers, and into the descriptions.
 *
 * Throws where a query or mutation declares none: what nobody thought about is closed, not open.
 */
export function guard(schema: GraphQLSchema): void {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const rule = ruleOf(field);
      if (rule) guardField(field, rule);
      else if (roots.includes(type)) throw new Error(`${type.name}.${field.name} does not say who may use it`);
    }
  }
}

/** The rule a field was declared with; null for one that is as open as the object it belongs to. */
export function ruleOf(field: GraphQLField<unknown, GuardedContext>): AccessRule<Call> | null {
  const rule: unknown = field.extensions[ACCESS];
  return isRule(rule) ? rule : null;
}

/** Throws `UNAUTHENTICATED` or `FORBIDDEN` where a rule does not let the viewer in. */
export function demand(rule: AccessRule<Call>, viewer: Viewer, call: Call): void {
  const verdict = rule.decide(viewer, call);
  if (verdict !== 'allowed') throw refusal(verdict);
}

function guardField(field: GraphQLField<unknown, GuardedContext>, rule: AccessRule<Call>): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (of, args, context, info) => {
    demand(rule, context.viewer, { args, of });
    return resolve(of, args, context, info);
  };
  const words = field.description ?? '';
  field.description = `${words}${words ? ' ' : ''}For ${rule.sentence}.`;
}

function refusal(verdict: Exclude<Verdict, 'allowed'>): GraphQLError {
  return verdict === 'unauthenticated'
    ? new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } })
    : new GraphQLError('This is not yours to do or to see.', { extensions: { code: 'FORBIDDEN' } });
}

function isRule(value: unknown): value is AccessRule<Call> {
  return typeof value === 'object' && value !== null && 'decide' in value && 'sentence' in value;
}
