import { z } from 'zod';
import { plainLine } from '../plainLine.ts';
import { DEFAULT_LABELLING, type Labelling, type Policy, policiesOf, rankOf } from './policies.ts';

/** Longest caveat, in characters. */
export const CAVEAT = 200;

/** A confidentiality label: a handling mark for people, no accreditation (DOCTRINE C16, C17). */
export const labelSchema = z.strictObject({
  policy: z.string().min(1).max(40),
  classification: z.string().min(1).max(40),
  /** Codes of the nations and organisations it may go to; empty means no restriction beyond the classification. */
  releasableTo: z.array(z.string().min(2).max(12)).max(100),
  /** A restriction in words, shown wherever the marking is: never dropped, only added to. */
  caveat: z.string().min(1).max(CAVEAT).optional(),
});
export type Label = z.infer<typeof labelSchema>;

/** What a new exercise carries until its planner says otherwise. */
export const TRAINING_LABEL: Label = { policy: 'EXERCISE', classification: 'UNCLASSIFIED', releasableTo: [] };

const policyOf = (label: Label, labelling: Labelling): Policy | undefined =>
  policiesOf(labelling).find((policy) => policy.id === label.policy);

export const markingColour = (label: Label, labelling: Labelling = DEFAULT_LABELLING): string =>
  policyOf(label, labelling)?.levels.find((level) => level.id === label.classification)?.colour ?? '#5c636a';

/** The words of a marking, as they stand on a page: `NATO RESTRICTED – RELEASABLE TO FIN, SWE – caveat`. */
export const markingText = (label: Label, labelling: Labelling = DEFAULT_LABELLING): string =>
  // A partner's label stands on our pages too, and must neither begin a line of its own there nor turn one round.
  [
    label.classification,
    ...(label.releasableTo.length === 0
      ? []
      : [`${policyOf(label, labelling)?.releaseWords ?? 'REL TO'} ${label.releasableTo.toSorted().join(', ')}`]),
    ...(label.caveat === undefined ? [] : [label.caveat]),
  ]
    .map(plainLine)
    .join(' – ');

const intersect = (a: readonly string[], b: readonly string[]): string[] => {
  if (a.length === 0) return [...b];
  if (b.length === 0) return [...a];
  const common = a.filter((code) => b.includes(code));
  return common.length === 0 ? [NOBODY] : common;
};

/** Stands where two lists of nations have none in common: an empty list would mean everybody. */
export const NOBODY = 'NONE';

const SEPARATOR = '; ';

/** Stands for caveats that do not fit into one line together. */
const SEE_EACH = 'SEE THE CAVEATS OF EACH RECORD';

/**
 * Both caveats, each once; what does not fit any more is not dropped unseen but replaced by a word that says so. That
 * word stays whatever is added, so that the result does not hang on the order in which many are brought together.
 */
const joinCaveats = (a: string | undefined, b: string | undefined): string | undefined => {
  const parts = new Set([a, b].flatMap((caveat) => caveat?.split(SEPARATOR) ?? []));
  if (parts.size === 0) return undefined;
  const all = [...parts].sort().join(SEPARATOR);
  return all.length <= CAVEAT && !parts.has(SEE_EACH) ? all : SEE_EACH;
};

const partsOf = ({ caveat }: Label): readonly string[] => caveat?.split(SEPARATOR) ?? [];

/** Whether a label lets go of a caveat of another one, or may go to somebody to whom the other may not. */
export const isWeaker = (label: Label, than: Label): boolean => {
  const kept = new Set(partsOf(label));
  if (partsOf(than).some((part) => !kept.has(part))) return true;
  if (than.releasableTo.length === 0) return false;
  if (label.releasableTo.length === 0) return true;
  return label.releasableTo.some((code) => code !== NOBODY && !than.releasableTo.includes(code));
};

/** The stricter of two labels in each respect: classification, nations, caveats. In whatever order, the same. */
export const stricter = (a: Label, b: Label, labelling: Labelling = DEFAULT_LABELLING): Label => {
  const [left, right] = [rankOf(a, labelling), rankOf(b, labelling)];
  const isFirst = a.policy === b.policy ? a.classification <= b.classification : a.policy < b.policy;
  const { policy, classification } = left > right || (left === right && isFirst) ? a : b;
  const caveat = joinCaveats(a.caveat, b.caveat);
  return {
    policy,
    classification,
    releasableTo: intersect(a.releasableTo, b.releasableTo),
    ...(caveat === undefined ? {} : { caveat }),
  };
};

/** A label made as strict as a floor. Where both caveats do not fit into one line, the floor's stays as it is. */
export const atLeast = (label: Label, floor: Label, labelling: Labelling): Label => {
  const joined = stricter(label, floor, labelling);
  return isWeaker(joined, floor) && floor.caveat !== undefined ? { ...joined, caveat: floor.caveat } : joined;
};

/**
 * The label of a page or bundle: the highest classification, the intersection of releasability, all caveats
 * (DOCTRINE C16). Levels of several policies are held against each other by the equivalence table.
 */
export const rollUp = (
  labels: Iterable<Label>,
  fallback: Label = TRAINING_LABEL,
  labelling: Labelling = DEFAULT_LABELLING,
): Label => {
  let sum: Label | undefined;
  // Most records share a few label objects: each counts once.
  for (const label of new Set(labels)) sum = sum === undefined ? label : stricter(sum, label, labelling);
  return sum ?? fallback;
};

/** Whether a label lies above a level, by the equivalence table. */
export const isAbove = (
  label: Pick<Label, 'policy' | 'classification'>,
  ceiling: Pick<Label, 'policy' | 'classification'>,
  labelling: Labelling,
): boolean => rankOf(label, labelling) > rankOf(ceiling, labelling);
