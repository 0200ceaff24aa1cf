/** Runs every rule over a plan; a new rule is a file beside this one and a line in this list. */
import type { PlanState } from '../state.ts';
import { agreements } from './agreements.ts';
import { arrival } from './arrival.ts';
import { caveats } from './caveats.ts';
import { indexing } from './checkIndex.ts';
import { contacts, exerciseFrame } from './completeness.ts';
import { dependencies } from './dependencies.ts';
import { doubleBooking } from './doubleBooking.ts';
import { type Check, type Finding, SEVERITIES } from './finding.ts';
import { labels } from './labels.ts';
import { movementDates } from './movementDates.ts';
import { movementLegs } from './movementLegs.ts';
import { movementNumbers } from './movementNumbers.ts';
import { placeBooking } from './placeBooking.ts';
import { references, times } from './references.ts';
import { throughput } from './throughput.ts';
import { type Work, finish, sorting } from '../../work.ts';

const CHECKS: readonly Check[] = [
  times,
  references,
  movementDates,
  movementLegs,
  movementNumbers,
  arrival,
  throughput,
  doubleBooking,
  placeBooking,
  dependencies,
  agreements,
  caveats,
  contacts,
  exerciseFrame,
  labels,
];

const byWeight = (a: Finding, b: Finding): number =>
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

/** `runChecks` as work that can be laid down between records. */
export const checking = function* (plan: PlanState): Work<readonly Finding[]> {
  const index = yield* indexing(plan);
  const found: Finding[] = [];
  for (const check of CHECKS) for (const finding of yield* check(index)) found.push(finding);
  return yield* sorting(found, byWeight);
};

/** All findings, errors first, then by code. */
export const runChecks = (plan: PlanState): readonly Finding[] => finish(checking(plan));
