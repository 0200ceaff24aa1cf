/** The parts of a symbol code that planners choose one by one (DOCTRINE C14), and the command that sets them. */
import { symbolKeyOf, type UnitSymbolKey, withSymbol } from '../../reference/symbols.ts';
import type { Result } from '../../result.ts';
import { type CommandContext, draftOf, labelFor } from '../command.ts';
import { liveRecords } from '../commands.ts';
import { type StepDraft, changeOp } from '../step.ts';
import type { Unit } from './schema.ts';

/** Digit 4: unknown, assumed friend, friend, neutral, suspect, hostile. */
export const IDENTITIES = ['1', '2', '3', '4', '5', '6'] as const;
/** Digit 7: present, planned, fully capable, damaged, destroyed, full to capacity. */
export const STATUSES = ['0', '1', '2', '3', '4', '5'] as const;
/** Digit 8: none, dummy, headquarters, task force, task force headquarters. */
export const ROLES = ['0', '1', '2', '4', '6'] as const;

const DIGIT = { identity: 3, status: 6, role: 7 } as const;
export type SymbolPart = keyof typeof DIGIT;

/** The digit of a part as it stands in the code, known here or not. */
export const symbolPart = (sidc: string, part: SymbolPart): string => sidc.charAt(DIGIT[part]);

const change = (context: CommandContext, ids: readonly string[], next: (sidc: string) => string): Result<StepDraft> => {
  const units = liveRecords(context, 'unit', ids);
  if (!units.ok) return units;
  const changed: Unit[] = [];
  const ops = units.value.flatMap((unit) => {
    const op = changeOp(unit, { sidc: next(unit.sidc) });
    if (op !== undefined) changed.push(unit);
    return op ?? [];
  });
  return draftOf(context, labelFor('update', changed, 'unit'), ops);
};

/** Sets one part of the code of each unit and leaves every other digit as it is. */
export const setSymbolPart = (
  context: CommandContext,
  ids: readonly string[],
  part: SymbolPart,
  digit: string,
): Result<StepDraft> => {
  const at = DIGIT[part];
  return change(context, ids, (sidc) => sidc.slice(0, at) + digit.slice(0, 1) + sidc.slice(at + 1));
};

/** Gives units another symbol of the pick list; each keeps its own identity, status and echelon. */
export const setSymbol = (context: CommandContext, ids: readonly string[], key: UnitSymbolKey): Result<StepDraft> =>
  change(context, ids, (sidc) => (symbolKeyOf(sidc) === key ? sidc : withSymbol(sidc, key)));
