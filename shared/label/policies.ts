/**
 * Policies, and what a level of one is worth in another (DOCTRINE C16, C17). The tables here are where an exercise
 * begins; each exercise keeps its own, because what counts as equivalent is agreed between nations and not by a program.
 */
import { z } from 'zod';

const nameSchema = z.string().min(1).max(40);
const colourSchema = z.string().regex(/^#[0-9a-f]{6}$/);

/** Levels of a policy from the lowest to the highest, with the colour a marking is drawn on. */
const policySchema = z.strictObject({
  id: nameSchema,
  levels: z
    .array(z.strictObject({ id: nameSchema, colour: colourSchema }))
    .min(1)
    .max(12)
    .refine((levels) => new Set(levels.map(({ id }) => id)).size === levels.length),
  /** Words between classification and nations in the marking. */
  releaseWords: nameSchema,
});
export type Policy = z.infer<typeof policySchema>;

/** What stands side by side is held to be equally high; a policy without a level in the row has no equivalent there. */
const rowSchema = z.record(nameSchema, nameSchema.nullable());
export type EquivalenceRow = z.infer<typeof rowSchema>;

const levelSchema = z.strictObject({ policy: nameSchema, classification: nameSchema });

/** How an exercise marks: policies of its own, the equivalence table, and how high its records may be marked at most. */
export const labellingSchema = z.strictObject({
  /** Beside the built-in ones; one with a built-in name takes its place. */
  policies: z.array(policySchema).max(10),
  /** From the lowest row to the highest. */
  equivalences: z.array(rowSchema).max(30),
  ceiling: levelSchema.optional(),
});
export type Labelling = z.infer<typeof labellingSchema>;

export const BUILT_IN_POLICIES: readonly Policy[] = [
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

/** Where an exercise's table begins. To be verified against the agreements of those who take part: it claims nothing. */
const DEFAULT_EQUIVALENCES: readonly EquivalenceRow[] = [0, 1, 2, 3, 4].map((row) =>
  Object.fromEntries(BUILT_IN_POLICIES.map(({ id, levels }) => [id, levels[row]?.id ?? null])),
);

export const DEFAULT_LABELLING: Labelling = { policies: [], equivalences: [...DEFAULT_EQUIVALENCES] };

/** The policies of an exercise: its own, and the built-in ones whose names it has not taken. */
export const policiesOf = ({ policies }: Labelling): readonly Policy[] => [
  ...BUILT_IN_POLICIES.filter(({ id }) => policies.every((own) => own.id !== id)),
  ...policies,
];

type Level = z.infer<typeof levelSchema>;

const rowOf = ({ policy, classification }: Level, { equivalences }: Labelling): number =>
  equivalences.findIndex((row) => row[policy] === classification);

const NOWHERE = 1000;

/**
 * How high a level stands, on one scale for all policies: the row of the equivalence table. A level without a row is
 * treated as strictly as it can be without passing the next higher level of its own policy; a level that no policy
 * knows stands above all, so that nothing that is not understood is ever lowered.
 */
export const rankOf = (level: Level, labelling: Labelling): number => {
  const levels = policiesOf(labelling).find(({ id }) => id === level.policy)?.levels ?? [];
  const at = levels.findIndex(({ id }) => id === level.classification);
  const row = rowOf(level, labelling);
  if (row >= 0) return row;
  if (at < 0) return 2 * NOWHERE;
  for (let higher = at + 1; higher < levels.length; higher += 1) {
    const next = rowOf({ policy: level.policy, classification: levels[higher]?.id ?? '' }, labelling);
    if (next >= 0) return next - 0.5 + at / NOWHERE;
  }
  return NOWHERE + at;
};

/** The level of another policy that stands in the same row; undefined where there is no equivalent. */
export const equivalentOf = (level: Level, policy: string, labelling: Labelling): string | undefined => {
  if (policy === level.policy) return level.classification;
  return labelling.equivalences[rowOf(level, labelling)]?.[policy] ?? undefined;
};

/** Whether the table puts every policy's levels in the policy's own order; one that does not would turn ranks around. */
export const isOrderly = (labelling: Labelling): boolean =>
  policiesOf(labelling).every(({ id, levels }) => {
    const places = labelling.equivalences
      .map((row) => row[id])
      .filter((level) => level !== undefined && level !== null)
      .map((level) => levels.findIndex((known) => known.id === level));
    return places.every((place, index) => place >= 0 && (index === 0 || place > (places[index - 1] ?? -1)));
  });
