/** The page for people who open a bundle with an unzip tool. */
import type { Card } from '#shared/exchange/card.ts';
import { type Label, markingText } from '#shared/label/label.ts';
import type { Labelling } from '#shared/label/policies.ts';
import type { Selection } from '#shared/plan/release/select.ts';
import { titleOf } from '#shared/plan/title.ts';

export interface ReadmeInput {
  readonly from: Card;
  readonly recipients: readonly Card[];
  readonly selection: Selection;
  readonly label: Label;
  readonly labelling: Labelling;
  /** How many bundles of others go along. */
  readonly carried: number;
  readonly issuedAt: string;
}

/** Of the exercise it says what leaves, and nothing of what is held back. */
export const readmeOf = ({ from, recipients, selection, label, labelling, carried, issuedAt }: ReadmeInput): string => {
  const [exercise] = selection.sections.find(({ kind }) => kind === 'exercise')?.records ?? [];
  return [
    `ENTENTE PLAN BUNDLE - ${markingText(label, labelling)}`,
    '',
    ...(exercise === undefined || exercise.deleted === true ? [] : [`Exercise:  ${titleOf(exercise)}`]),
    `From:      ${from.nation} ${from.name}`,
    `For:       ${recipients.map(({ nation, name }) => `${nation} ${name}`).join('; ') || 'whoever holds it'}`,
    `As of:     ${issuedAt}`,
    '',
    ...selection.sections.map(({ kind, records }) => `${kind}: ${records.length} records in records/${kind}.ndjson`),
    ...(carried === 0 ? [] : [`Bundles of others, carried whole: ${carried}, in attachments/`]),
    '',
    'Each line of a section is one record as JSON. manifest.jws.json holds the signature over lengths and digests of',
    'all sections; a reader that does not check it cannot know who made this file or whether it was changed.',
    '',
  ].join('\n');
};
