import type { DeploymentEnding, EndingEvidence } from '../deployment.rules.ts';
import { type CompletionItem, mayTick } from './completion.rules.ts';
import { endings } from './ending.rules.ts';

export interface EndingForm {
  readonly ending: DeploymentEnding;
  readonly reason: string | null;
  readonly evidence: EndingEvidence | null;
  readonly ticks: readonly { readonly item: CompletionItem; readonly done: boolean }[];
}

export interface EndingProblem {
  readonly path: readonly string[];
  readonly problem: 'MISSING' | 'NOT_TAKEN' | 'OTHER_EVIDENCE' | 'ITEM_OF_OTHERS' | 'REPEATED';
}

/** What is wrong with how somebody ends a deployment, all at once. Nothing about health is taken. */
export function checkEnding({ ending, reason, evidence, ticks }: EndingForm): EndingProblem[] {
  const terms = endings[ending];
  const problems: EndingProblem[] = [];
  if (reason === null && terms.reason === 'needed') problems.push({ path: ['reason'], problem: 'MISSING' });
  if (reason !== null && terms.reason === 'never') problems.push({ path: ['reason'], problem: 'NOT_TAKEN' });
  if (evidence !== null && evidence !== terms.evidence)
    problems.push({ path: ['evidence'], problem: 'OTHER_EVIDENCE' });
  for (const [index, { item }] of ticks.entries()) {
    const path = ['checklist', String(index), 'item'];
    if (!mayTick(item, ['placement-officer'])) problems.push({ path, problem: 'ITEM_OF_OTHERS' });
    if (ticks.findIndex((one) => one.item === item) < index) problems.push({ path, problem: 'REPEATED' });
  }
  return problems;
}
