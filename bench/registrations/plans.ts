import pg from 'pg';
import type { RunningService } from '../../services/shared/service.ts';
import type { Question } from './questions.ts';

/** How the database answers one statement of a question. */
export interface StatementPlan {
  readonly question: string;
  /** Its name in the house, without the mark of its text. */
  readonly statement: string;
  readonly milliseconds: number;
  /** Indexes it reads, in the order of the plan. */
  readonly indexes: readonly string[];
  /** Tables it reads from one end to the other: with these values, or with a plan made once for all values. */
  readonly readWhole: readonly string[];
}

/** The best of so many counts: at first pages have to be read from the disk, and others may be at work. */
const RUNS = 3;

interface Sent {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** Asks each question of the forum, and explains each statement it takes. `owner` reads in the forum's schema. */
export async function plansOf(
  forum: RunningService,
  owner: pg.ClientBase,
  questions: readonly Question[],
): Promise<StatementPlan[]> {
  const plans: StatementPlan[] = [];
  for (const question of questions) {
    for (const sent of await statementsOf(forum, question)) plans.push(await explain(owner, question, sent));
  }
  return plans;
}

/** The statements as they enter the driver. */
async function statementsOf(forum: RunningService, { name, viewer, query, variables }: Question): Promise<Sent[]> {
  const sent: Sent[] = [];
  const send = pg.Client.prototype.query;
  // biome-ignore lint/suspicious/noExplicitAny: the driver's own overloads, passed through untouched
  pg.Client.prototype.query = function note(this: pg.Client, ...told: any[]): any {
    const [statement] = told;
    if (typeof statement?.name === 'string') sent.push(statement);
    return Reflect.apply(send, this, told);
  };
  try {
    const scope = { viewer, locale: 'en', correlationId: 'bench', deadlineAt: Date.now() + 60_000 };
    const { errors } = await forum.execute({ query, variables, scope });
    if (errors) throw new Error(`${name}: ${JSON.stringify(errors)}`);
  } finally {
    pg.Client.prototype.query = send;
  }
  return sent;
}

async function explain(owner: pg.ClientBase, question: Question, { name, text, values }: Sent): Promise<StatementPlan> {
  const analyze = { text: `explain (analyze, buffers, format json) ${text}`, values: [...values] };
  const runs: { readonly Plan: PlanNode; readonly 'Execution Time': number }[] = [];
  for (let run = 0; run < RUNS; run++) {
    const { rows } = await owner.query(analyze);
    runs.push(rows[0]['QUERY PLAN'][0]);
  }
  const [best] = runs.toSorted((a, b) => a['Execution Time'] - b['Execution Time']);
  if (!best) throw new Error(`${name} was not run`);
  const generic = await owner.query(`explain (generic_plan, format json) ${text}`);
  const nodes = nodesOf(best.Plan);
  const always = nodesOf(generic.rows[0]['QUERY PLAN'][0].Plan);
  const whole = [...nodes, ...always].filter((node) => node['Node Type'].endsWith('Seq Scan'));
  return {
    question: question.name,
    statement: name.replace(/_[0-9a-f]{8}$/, ''),
    milliseconds: best['Execution Time'],
    indexes: [...new Set(nodes.flatMap((node) => node['Index Name'] ?? []))],
    readWhole: [...new Set(whole.flatMap((node) => node['Relation Name'] ?? []))],
  };
}

function nodesOf(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}
