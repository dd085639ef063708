import { BEFORE_DEPARTURE, DeploymentStatus } from '../deployment.rules.ts';

const { PREPARING, READY, SERVING, ON_LEAVE, SUSPENDED, ENDING } = DeploymentStatus;
const { EVACUATED, CANCELLED_BEFORE_DEPARTURE } = DeploymentStatus;

interface Step {
  readonly to: DeploymentStatus;
  /** From where: other acts may lead to the same state from elsewhere. */
  readonly from: readonly DeploymentStatus[];
  /** Whether somebody has to say why. */
  readonly needsReason: boolean;
}

/** Steps of a deployment that need nothing but somebody's word, by the name of the act. */
export const plainSteps = {
  takeReadinessBack: { to: PREPARING, from: [READY], needsReason: true },
  suspendDeployment: { to: SUSPENDED, from: [SERVING, ON_LEAVE], needsReason: true },
  resumeDeployment: { to: SERVING, from: [SUSPENDED, EVACUATED], needsReason: false },
  beginEnding: { to: ENDING, from: [SERVING, ON_LEAVE, SUSPENDED], needsReason: false },
  cancelDeployment: { to: CANCELLED_BEFORE_DEPARTURE, from: BEFORE_DEPARTURE, needsReason: true },
} as const satisfies Record<string, Step>;

export type PlainStep = keyof typeof plainSteps;
