import { type ExerciseTemplate } from '../../reference/templates.ts';
import type { Result } from '../../result.ts';
import type { Instant } from '../../time/instant.ts';
import { type CommandContext, type NewRecord, draftOf, newRecord } from '../command.ts';
import { EMPTY_PLAN } from '../state.ts';
import { type StepDraft, createOp } from '../step.ts';
import { type ExerciseFields, newExercise } from './commands.ts';

/** An exercise that a template lays out hangs on its start and end. */
export type TemplateFields = ExerciseFields & { readonly start: Instant; readonly end: Instant };

/**
 * The first step of an exercise from a template: its record, STARTEX and ENDEX, and an activity for each item, hanging
 * on them. The first operation is the exercise.
 * @param titleOfItem the words for an item or anchor, by its id, in the planner's language.
 */
export const createFromTemplate = (
  context: CommandContext,
  fields: TemplateFields,
  template: ExerciseTemplate,
  titleOfItem: (id: string) => string,
): Result<StepDraft> => {
  const exercise = newExercise(context, { ...fields, stageModel: titleOfItem(template.id) });
  const anchor = (code: string, at: Instant, name: string): NewRecord<'anchor'> =>
    newRecord(context, 'anchor', { code, name, counts: 'day', at: { at } });
  const anchors = {
    STARTEX: anchor('STARTEX', fields.start, titleOfItem('startex')),
    ENDEX: anchor('ENDEX', fields.end, titleOfItem('endex')),
  };
  const ids = new Map(template.items.map(({ id }) => [id, context.newId()]));
  const activities = template.items.map((item): NewRecord => {
    const phase = item.phase === undefined ? undefined : ids.get(item.phase);
    const record = newRecord(context, 'activity', {
      title: titleOfItem(item.id),
      type: item.type,
      start: { anchor: anchors[item.anchor].id, offset: { unit: 'day', n: item.days, time: item.time } },
      minutes: item.minutes,
      participants: [],
      units: [],
      state: 'planned',
      phase,
    });
    return { ...record, id: ids.get(item.id) ?? record.id };
  });
  return draftOf(
    { ...context, plan: EMPTY_PLAN },
    { key: 'steps.create', params: { what: fields.name } },
    [exercise, anchors.STARTEX, anchors.ENDEX, ...activities].map(createOp),
  );
};
