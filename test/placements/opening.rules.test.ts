import { describe, expect, it } from 'vitest';
import { OpeningStatus, openingTransitions } from '../../services/placements/opening/opening.rules.ts';
import { transitionsFrom } from '../../services/shared/state-machine.rules.ts';

const { DRAFT, IN_REVIEW, PUBLISHED, CLOSED_FOR_APPLICATIONS, SELECTION } = OpeningStatus;
const { FILLED, PARTLY_FILLED, UNFILLED, CANCELLED } = OpeningStatus;

function nextOf(status: OpeningStatus): OpeningStatus[] {
  return openingTransitions.filter(({ from }) => from === status).map(({ to }) => to);
}

function reachableFrom(start: OpeningStatus): Set<OpeningStatus> {
  const reached = new Set([start]);
  for (const status of reached) for (const next of nextOf(status)) reached.add(next);
  return reached;
}

describe('the life of an opening', () => {
  it('can reach every status from a draft', () => {
    expect(reachableFrom(DRAFT)).toEqual(new Set(Object.values(OpeningStatus)));
  });

  it.each([
    ['a draft is submitted for review', DRAFT, [IN_REVIEW]],
    ['what is in review is given back or published', IN_REVIEW, [DRAFT, PUBLISHED]],
    ['what is published closes or is cancelled', PUBLISHED, [CLOSED_FOR_APPLICATIONS, CANCELLED]],
    ['what is closed goes into selection or is cancelled', CLOSED_FOR_APPLICATIONS, [SELECTION, CANCELLED]],
    ['selection ends in an outcome or is cancelled', SELECTION, [FILLED, PARTLY_FILLED, UNFILLED, CANCELLED]],
    ['FILLED has no way on', FILLED, []],
    ['PARTLY_FILLED has no way on', PARTLY_FILLED, []],
    ['UNFILLED has no way on', UNFILLED, []],
    ['CANCELLED is final', CANCELLED, []],
  ])('%s', (_case, from, to) => expect(nextOf(from)).toEqual(to));

  it('lists each step once', () => {
    const steps = openingTransitions.map(({ from, to }) => `${from} → ${to}`);

    expect(steps).toEqual([...new Set(steps)]);
  });

  it('lets a host submit a draft and no more', () => {
    const steps = Object.values(OpeningStatus).flatMap((from) =>
      transitionsFrom(openingTransitions, from, 'host-officer'),
    );

    expect(steps).toEqual([IN_REVIEW]);
  });

  it('lets the clock close applications and no more', () => {
    const steps = Object.values(OpeningStatus).flatMap((from) => transitionsFrom(openingTransitions, from, 'portal'));

    expect(steps).toEqual([CLOSED_FOR_APPLICATIONS]);
  });
});
