import type { RunningService } from '../../services/shared/service.ts';
import { outOfReach, type Transport } from './transport.ts';

/** The way to services that run in this very process: a call, and the deadline. */
export function inProcessTransport(services: readonly RunningService[]): Transport {
  const byName = new Map(services.map((service) => [service.name, service]));
  return {
    async send(name, request) {
      const service = byName.get(name);
      if (!service) throw outOfReach(name);
      return within(request.scope.deadlineAt, () => outOfReach(name), service.execute(request));
    },
    async openFile(name, request) {
      const service = byName.get(name);
      if (!service) throw outOfReach(name);
      let isLate = false;
      const opening = service.openFile(request).then((answer) => {
        if (isLate && 'body' in answer) answer.body.destroy();
        return answer;
      });
      const late = () => {
        isLate = true;
        return outOfReach(name);
      };
      return within(request.scope.deadlineAt, late, opening);
    },
    async readiness() {
      return Object.fromEntries(
        await Promise.all(services.map(async (service) => [service.name, await service.isReady()] as const)),
      );
    },
    async close() {
      await Promise.all(services.map((service) => service.close()));
    },
  };
}

/** Settles like `work`, or rejects when the deadline passes. The work itself goes on and its outcome is dropped. */
async function within<T>(deadlineAt: number, late: () => Error, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const alarm = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(late()), Math.max(0, deadlineAt - Date.now()));
  });
  try {
    return await Promise.race([work, alarm]);
  } finally {
    clearTimeout(timer);
  }
}
