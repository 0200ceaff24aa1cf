import { type Label, isAbove, markingText } from '../../label/label.ts';
import { rankOf, type Labelling } from '../../label/policies.ts';
import { effectiveLabel, inheritedLabel, labellingOf } from '../label/effective.ts';
import { each } from '../../work.ts';
import { type PlanRecord } from '../records.ts';
import { allRecords } from '../state.ts';
import { titleOf } from '../title.ts';
import type { Check, Finding } from './finding.ts';

const isWider = (label: Label, than: Label): boolean =>
  than.releasableTo.length > 0 &&
  (label.releasableTo.length === 0 || label.releasableTo.some((code) => !than.releasableTo.includes(code)));

const isLess = (label: Label, than: Label, labelling: Labelling): boolean =>
  rankOf(label, labelling) < rankOf(than, labelling) || isWider(label, than);

const finding = (code: string, record: PlanRecord, params: Finding['params']): Finding => ({
  code,
  severity: 'warning',
  subjects: [{ kind: record.kind, id: record.id }],
  params: { record: titleOf(record), ...params },
});

/**
 * LBL-001: a record is marked lower, or for more nations, than what it belongs to. LBL-002: a record lies above the
 * exercise's ceiling; no command makes one, but it may have come in before the ceiling was set.
 */
export const labels: Check = function* ({ plan }) {
  const labelling = labellingOf(plan);
  const { ceiling } = labelling;
  const found: Finding[] = [];
  yield* each(allRecords(plan), (record) => {
    if ((record.label === undefined && record.retained?.label === undefined) || record.deleted === true) return;
    const { label } = effectiveLabel(plan, record);
    if (ceiling !== undefined && isAbove(label, ceiling, labelling))
      found.push(
        finding('LBL-002', record, { marking: markingText(label, labelling), ceiling: ceiling.classification }),
      );
    if (record.kind === 'exercise' || record.label === undefined) return;
    const above = inheritedLabel(plan, record);
    // The exercise's label is where labels begin, not a floor: a public ceremony in a restricted exercise is no fault.
    if (above.origin === undefined || above.origin.kind === 'exercise') return;
    if (isLess(label, above.label, labelling))
      found.push(finding('LBL-001', record, { marking: markingText(label, labelling), parent: titleOf(above.origin) }));
  });
  return found;
};
