import { z } from 'zod';

/** A confidentiality label: a handling mark for people, no accreditation (DOCTRINE C16, C17). */
export const labelSchema = z.strictObject({
  policy: z.string().min(1).max(40),
  classification: z.string().min(1).max(40),
  /** Codes of the nations and organisations it may go to; empty means no restriction beyond the classification. */
  releasableTo: z.array(z.string().min(2).max(12)).max(100),
});
export type Label = z.infer<typeof labelSchema>;

/** Levels of each policy from the lowest to the highest, with the colour a marking is drawn on. */
export interface Policy {
  readonly id: string;
  readonly levels: readonly { readonly id: string; readonly colour: string }[];
  /** Words between classification and nations in the marking. */
  readonly releaseWords: string;
}

export const POLICIES: readonly Policy[] = [
  {
    id: 'NATO',
    levels: [
      { id: 'NATO UNCLASSIFIED', colour: '#2b7a3d' },
      { id: 'NATO RESTRICTED', colour: '#1f5fa8' },
      { id: 'NATO CONFIDENTIAL', colour: '#0b4a86' },
      { id: 'NATO SECRET', colour: '#b3261e' },
      { id: 'COSMIC TOP SECRET', colour: '#b35900' },
    ],
    releaseWords: 'RELEASABLE TO',
  },
  {
    id: 'EU',
    levels: [
      { id: 'EU UNCLASSIFIED', colour: '#2b7a3d' },
      { id: 'RESTREINT UE/EU RESTRICTED', colour: '#1f5fa8' },
      { id: 'CONFIDENTIEL UE/EU CONFIDENTIAL', colour: '#0b4a86' },
      { id: 'SECRET UE/EU SECRET', colour: '#b3261e' },
      { id: 'TRÈS SECRET UE/EU TOP SECRET', colour: '#b35900' },
    ],
    releaseWords: 'RELEASABLE TO',
  },
  {
    id: 'EXERCISE',
    levels: [
      { id: 'UNCLASSIFIED', colour: '#2b7a3d' },
      { id: 'RESTRICTED', colour: '#1f5fa8' },
      { id: 'CONFIDENTIAL', colour: '#0b4a86' },
      { id: 'SECRET', colour: '#b3261e' },
    ],
    releaseWords: 'REL TO',
  },
];

/** What a new exercise carries until its planner says otherwise. */
export const TRAINING_LABEL: Label = { policy: 'EXERCISE', classification: 'UNCLASSIFIED', releasableTo: [] };

const policyOf = (label: Label): Policy | undefined => POLICIES.find((policy) => policy.id === label.policy);

/** Rank of a classification within its policy; an unknown level ranks above all known ones, so it is never lowered. */
const classificationRank = (label: Label): number => {
  const rank = policyOf(label)?.levels.findIndex((level) => level.id === label.classification) ?? -1;
  return rank < 0 ? 100 : rank;
};

export const markingColour = (label: Label): string =>
  policyOf(label)?.levels.find((level) => level.id === label.classification)?.colour ?? '#5c636a';

/** The words of a marking, as they stand on a page: `NATO RESTRICTED – RELEASABLE TO FIN, SWE`. */
export const markingText = (label: Label): string =>
  label.releasableTo.length === 0
    ? label.classification
    : `${label.classification} – ${policyOf(label)?.releaseWords ?? 'REL TO'} ${label.releasableTo.toSorted().join(', ')}`;

const intersect = (a: readonly string[], b: readonly string[]): string[] =>
  a.length === 0 ? [...b] : b.length === 0 ? [...a] : a.filter((code) => b.includes(code));

/**
 * The label of a page or bundle: the highest classification and the intersection of releasability (DOCTRINE C16).
 * Labels of another policy than the first keep the higher rank; two releasability lists without a common member
 * leave nobody, written as the single code `NONE`, never as an empty list (which would mean everybody).
 */
export const rollUp = (labels: readonly Label[], fallback: Label = TRAINING_LABEL): Label => {
  const [first, ...rest] = labels;
  if (first === undefined) return fallback;
  return rest.reduce<Label>((sum, label) => {
    const higher = classificationRank(label) > classificationRank(sum) ? label : sum;
    const both = sum.releasableTo.length > 0 && label.releasableTo.length > 0;
    const common = intersect(sum.releasableTo, label.releasableTo);
    return { ...higher, releasableTo: both && common.length === 0 ? ['NONE'] : common };
  }, first);
};
