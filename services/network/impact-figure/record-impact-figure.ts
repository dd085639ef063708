import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../shared/idempotency/once.ts';
import { newId } from '../../shared/ids.ts';
import { audit, publish } from '../../shared/journal/journal.ts';
import { textsOf } from '../../shared/text/given-texts.rules.ts';
import { type GivenSource, keptSource } from '../source/source.rules.ts';
import { FigureDefinition } from './definition/figure-definition.entity.ts';
import { ImpactFigure } from './impact-figure.entity.ts';
import { type FigureViolation, type GivenFigure, ImpactOrigin, nextInLine } from './impact-figure.rules.ts';

export interface RecordImpactFigure {
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  /** Checked already, the key excepted. */
  readonly figure: GivenFigure & { readonly source: GivenSource };
  /** The figure it takes the place of; null for one that stands beside all others. */
  readonly correctsId: string | null;
  readonly reason: string | null;
}

export type RecordImpactFigureOutcome =
  | { readonly figureId: string }
  | { readonly refusal: 'invalid'; readonly violations: readonly FigureViolation[] }
  | { readonly refusal: 'figure-not-found' | 'idempotency-key-reused' }
  | { readonly refusal: 'figure-superseded'; readonly currentId: string }
  | { readonly refusal: 'figure-recorded'; readonly figureId: string };

/**
 * Publishes a reported figure, or a correction of one.
 *
 * What was published stays: a correction is a figure of its own, the next of the same line. Holds the lock of the line's
 * first figure until commit, so of two corrections of one figure the second is refused. A figure of another source
 * stands beside the first and is never added to it.
 */
export function recordImpactFigure(
  em: EntityManager,
  command: RecordImpactFigure,
  now: Date,
): Promise<RecordImpactFigureOutcome> {
  const { actorId, idempotencyKey, ...input } = command;
  const claim = { actorId, operation: 'recordImpactFigure', key: idempotencyKey, input };
  return em.transactional((tx) =>
    once<RecordImpactFigureOutcome>(tx, claim, now, async () => {
      const { figure, correctsId } = input;
      if ((await tx.count(FigureDefinition, { key: figure.key })) === 0) {
        return { refusal: 'invalid', violations: [{ path: ['key'], problem: 'unknown-key' }] };
      }
      return correctsId === null ? recordFirst(tx, command, now) : correct(tx, correctsId, command, now);
    }),
  );
}

async function recordFirst(
  tx: EntityManager,
  command: RecordImpactFigure,
  now: Date,
): Promise<RecordImpactFigureOutcome> {
  const { figure } = command;
  const source = keptSource(figure.source);
  // Two who record the same at once queue here; the second finds what the first made.
  await tx.execute('select from impact_figure_definition where key = ? for update', [figure.key]);
  const recorded = await tx.findOne(ImpactFigure, {
    definitionKey: figure.key,
    year: figure.year,
    periodFrom: figure.period.from,
    periodUntil: figure.period.until,
    origin: ImpactOrigin.REPORTED,
    sourceTitle: source.title,
    sourceUrl: source.url,
    sourcePublishedOn: source.publishedOn,
    version: 1,
  });
  if (recorded) return { refusal: 'figure-recorded', figureId: (await headOf(tx, recorded.lineId)).id };
  const id = newId('impact_figure');
  return write(tx, { id, lineId: id, version: 1, correctsId: null }, command, now);
}

async function correct(
  tx: EntityManager,
  correctsId: string,
  command: RecordImpactFigure,
  now: Date,
): Promise<RecordImpactFigureOutcome> {
  const { figure } = command;
  const corrected = await tx.findOne(ImpactFigure, correctsId);
  if (!corrected) return { refusal: 'figure-not-found' };
  if (corrected.definitionKey !== figure.key || corrected.year !== figure.year) {
    return { refusal: 'invalid', violations: [{ path: ['corrects'], problem: 'another-figure' }] };
  }
  const { lineId } = corrected;
  await tx.findOneOrFail(ImpactFigure, lineId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const next = nextInLine(await headOf(tx, lineId), correctsId);
  if ('refusal' in next) return next;
  return write(tx, { id: newId('impact_figure'), lineId, version: next.version, correctsId }, command, now);
}

function headOf(tx: EntityManager, lineId: string): Promise<ImpactFigure> {
  return tx.findOneOrFail(ImpactFigure, { lineId }, { orderBy: { version: 'desc' } });
}

function write(
  tx: EntityManager,
  place: { readonly id: string; readonly lineId: string; readonly version: number; readonly correctsId: string | null },
  { actorId, figure, reason }: RecordImpactFigure,
  now: Date,
): RecordImpactFigureOutcome {
  const { id, lineId, version, correctsId } = place;
  const { key, year, value, qualifier, period, asOf, note } = figure;
  const { title, url, publishedOn } = keptSource(figure.source);
  tx.create(ImpactFigure, {
    id,
    lineId,
    version,
    definitionKey: key,
    year,
    value,
    qualifier,
    periodFrom: period.from,
    periodUntil: period.until,
    asOf,
    origin: ImpactOrigin.REPORTED,
    sourceTitle: title,
    sourceUrl: url,
    sourcePublishedOn: publishedOn,
    note: textsOf(note),
    recordedAt: now,
  });
  const changes = [
    { field: 'standing', from: correctsId, to: id },
    { field: 'value', from: null, to: value },
  ];
  audit(tx, { actorId, command: 'recordImpactFigure', subjectId: lineId, changes, reason }, now);
  publish(tx, 'ImpactFigureRecorded', { figureId: id, correctsId, key, year }, now);
  return { figureId: id };
}
