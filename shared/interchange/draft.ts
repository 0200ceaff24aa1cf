/** From an import model to one step of the plan; the same file again updates what it brought instead of doubling it. */
import { type CommandContext, type NewRecord, draftOf, newRecord } from '../plan/command.ts';
import type { Participant } from '../plan/participant/schema.ts';
import { type PlanState, live } from '../plan/state.ts';
import { type Op, type StepDraft, changeOp, createOp } from '../plan/step.ts';
import type { Unit } from '../plan/unit/schema.ts';
import type { Result } from '../result.ts';
import type { ImportModel, ImportSide, ImportUnit } from './model.ts';

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Codes for exercise nations, `XA1`, `XA2` …, that nobody in the plan has. */
const freeCodes = function* (plan: PlanState): Generator<string, never> {
  const taken = new Set(live(plan, 'participant').map(({ code }) => code));
  for (let n = 1; ; n += 1) if (!taken.has(`XA${n}`)) yield `XA${n}`;
};

/** The palette of nations has 24 places. */
const COLOURS = 24;

interface Sides {
  readonly ids: ReadonlyMap<string, string>;
  readonly ops: readonly Op[];
}

const sidesInto = (sides: readonly ImportSide[], context: CommandContext): Sides => {
  const known: Participant[] = live(context.plan, 'participant');
  const codes = freeCodes(context.plan);
  const ids = new Map<string, string>();
  const made: { readonly id: string; readonly name: string }[] = [];
  const ops: Op[] = [];
  for (const { foreignId, name, remarks } of sides) {
    const match = known.find((participant) => sameName(participant.name, name));
    if (match !== undefined) {
      ids.set(foreignId, match.id);
      continue;
    }
    // Two sides of one name in a file are two sides; told apart by a number, they find each other again.
    const twins = made.filter((each) => sameName(each.name, name)).length;
    const distinct = twins === 0 ? name : `${name.slice(0, 110)} (${twins + 1})`;
    const again = twins === 0 ? undefined : known.find((participant) => sameName(participant.name, distinct));
    if (again !== undefined) {
      ids.set(foreignId, again.id);
      continue;
    }
    const record = newRecord(context, 'participant', {
      code: codes.next().value,
      name: distinct,
      type: 'nation',
      role: 'contributing',
      colour: (known.length + made.length) % COLOURS,
      contacts: [],
      ...(remarks === undefined ? {} : { remarks }),
    });
    made.push({ id: record.id, name });
    ids.set(foreignId, record.id);
    ops.push(createOp(record as NewRecord));
  }
  return { ids, ops };
};

/** What the file says of a unit; places among siblings and remarks stay as a planner left them. */
const contentOf = (unit: ImportUnit, participant: string, parent: string | undefined) => ({
  name: unit.name,
  shortName: unit.shortName,
  participant,
  parent,
  sidc: unit.sidc,
  personnel: unit.personnel,
});

const changesFor = (unit: Unit, incoming: ReturnType<typeof contentOf>): Op | undefined => {
  const { shortName, personnel, parent, ...always } = incoming;
  return changeOp(unit, {
    ...always,
    parent: parent ?? null,
    ...(shortName === undefined ? {} : { shortName }),
    ...(personnel === undefined ? {} : { personnel }),
  });
};

const unitsInto = (
  units: readonly ImportUnit[],
  sides: ReadonlyMap<string, string>,
  context: CommandContext,
): readonly Op[] => {
  const known = new Map<string, Unit>();
  for (const unit of live(context.plan, 'unit')) {
    if (unit.foreignId !== undefined && !known.has(unit.foreignId)) known.set(unit.foreignId, unit);
  }
  const ids = new Map<string, string>();
  return units.flatMap((unit, position) => {
    const participant = sides.get(unit.side);
    if (participant === undefined) return [];
    const content = contentOf(unit, participant, unit.parent === undefined ? undefined : ids.get(unit.parent));
    const match = known.get(unit.foreignId);
    if (match !== undefined) {
      ids.set(unit.foreignId, match.id);
      // Another nation's unit stays as that nation has it.
      return match.owner === context.actor ? (changesFor(match, content) ?? []) : [];
    }
    const record = newRecord(context, 'unit', {
      ...content,
      position,
      foreignId: unit.foreignId,
      remarks: unit.remarks,
    });
    ids.set(unit.foreignId, record.id);
    return [createOp(record as NewRecord)];
  });
};

/**
 * The step that brings a model into the plan. Sides join participants of the same name or become new ones with codes
 * of exercise nations; units are found again by their identifier in the file.
 * @returns NOTHING_TO_CHANGE when the plan has it all, or the law that `guardOps` found broken.
 */
export const toDraft = (model: ImportModel, file: string, context: CommandContext): Result<StepDraft> => {
  const sides = sidesInto(model.participants, context);
  const ops = [...sides.ops, ...unitsInto(model.units, sides.ids, context)];
  return draftOf(context, { key: 'steps.importForces', params: { file: file.slice(0, 200) } }, ops);
};
