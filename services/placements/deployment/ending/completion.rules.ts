import { type DeploymentActor, DeploymentStatus } from '../deployment.rules.ts';

/** What has to be done before service is completed. */
export enum CompletionItem {
  WORK_HANDED_OVER = 'WORK_HANDED_OVER',
  PROPERTY_RETURNED = 'PROPERTY_RETURNED',
  RETURN_TRAVEL_CONFIRMED = 'RETURN_TRAVEL_CONFIRMED',
  SERVICE_CONFIRMED = 'SERVICE_CONFIRMED',
  HOST_EVALUATION_FILED = 'HOST_EVALUATION_FILED',
  ADVANCES_SETTLED = 'ADVANCES_SETTLED',
  RETURN_TICKET_ISSUED = 'RETURN_TICKET_ISSUED',
  FINAL_REPORT_ACCEPTED = 'FINAL_REPORT_ACCEPTED',
}

/** Whose matter an item is. */
export enum CompletionParty {
  VOLUNTEER = 'VOLUNTEER',
  HOST = 'HOST',
  OFFICE = 'OFFICE',
}

const { VOLUNTEER, HOST, OFFICE } = CompletionParty;

interface CompletionDuty {
  readonly item: CompletionItem;
  readonly party: CompletionParty;
  /** True where the portal notes it when it happens, and nobody ticks it. */
  readonly isNoted: boolean;
}

/** The end checklist, in the order in which it is shown. */
export const completionChecklist: readonly CompletionDuty[] = [
  { item: CompletionItem.WORK_HANDED_OVER, party: VOLUNTEER, isNoted: false },
  { item: CompletionItem.PROPERTY_RETURNED, party: VOLUNTEER, isNoted: false },
  { item: CompletionItem.RETURN_TRAVEL_CONFIRMED, party: VOLUNTEER, isNoted: false },
  { item: CompletionItem.SERVICE_CONFIRMED, party: HOST, isNoted: false },
  { item: CompletionItem.HOST_EVALUATION_FILED, party: HOST, isNoted: true },
  { item: CompletionItem.ADVANCES_SETTLED, party: OFFICE, isNoted: false },
  { item: CompletionItem.RETURN_TICKET_ISSUED, party: OFFICE, isNoted: false },
  { item: CompletionItem.FINAL_REPORT_ACCEPTED, party: OFFICE, isNoted: true },
];

const actorsOf: Readonly<Record<CompletionParty, DeploymentActor>> = {
  VOLUNTEER: 'volunteer',
  HOST: 'host-officer',
  OFFICE: 'placement-officer',
};

const { SERVING, ON_LEAVE, SUSPENDED, ENDING } = DeploymentStatus;

/** While the list is worked off. */
export const TICKABLE: readonly DeploymentStatus[] = [SERVING, ON_LEAVE, SUSPENDED, ENDING];

export function partyOf(item: CompletionItem): CompletionParty {
  const duty = completionChecklist.find((one) => one.item === item);
  if (!duty) throw new Error(`${item} is on no checklist`);
  return duty.party;
}

/** Whether some may tick an item: it is theirs, and not one that the portal notes. */
export function mayTick(item: CompletionItem, actors: readonly DeploymentActor[]): boolean {
  return completionChecklist.some((one) => one.item === item && !one.isNoted && actors.includes(actorsOf[one.party]));
}

/**
 * What is not done yet, in the order of the list. Of a volunteer who is erased nothing is written any more, so that no
 * report is missed.
 */
export function missingOf(
  done: ReadonlySet<CompletionItem>,
  { isErased }: { readonly isErased: boolean },
): CompletionItem[] {
  return completionChecklist
    .filter(({ item, isNoted }) => !done.has(item) && !(isNoted && isErased))
    .map(({ item }) => item);
}
