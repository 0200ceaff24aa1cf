import { Group } from '@mantine/core';
import { countFrom, leadLength, leadOf, leadUnit, setLead, standAlone } from '#shared/plan/activity/lead.ts';
import type { Activity } from '#shared/plan/activity/schema.ts';
import {
  MAX_OFFSET_DAYS,
  MAX_OFFSET_WEEKS,
  type Edge,
  LEAD_UNITS,
  type LeadTime,
  type LeadUnit,
} from '#shared/time/when.ts';
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx';
import { NumberField } from '../../ui/fields/NumberField.tsx';
import { useRecordChoices } from '../../ui/fields/recordChoices.ts';
import { TextField } from '../../ui/fields/TextField.tsx';
import { perform } from '../../ui/perform.ts';
import { useWords, wordFor } from '../../ui/words.ts';

const SIDES = ['beforeStart', 'afterStart', 'beforeEnd', 'afterEnd'] as const;
type Side = (typeof SIDES)[number];

const sideOf = ({ edge }: LeadTime, days: number): Side =>
  edge === 'end' ? (days < 0 ? 'beforeEnd' : 'afterEnd') : days > 0 ? 'afterStart' : 'beforeStart';

const edgeOf = (side: Side): Edge => (side.endsWith('End') ? 'end' : 'start');
const isClock = (text: string): boolean => text === '' || /^(?:[01]\d|2[0-3])[0-5]\d$/.test(text);

interface Length {
  readonly n: number;
  readonly unit: LeadUnit;
  readonly side: Side;
  readonly time: string | undefined;
}

const MOST: Readonly<Record<LeadUnit, number>> = {
  day: MAX_OFFSET_DAYS,
  week: MAX_OFFSET_WEEKS,
  workday: MAX_OFFSET_DAYS,
};

/** The lead time as its fields say; on a number of minutes no longer, days say more. */
const leadFrom = (activity: string, { n, unit, side, time }: Length): LeadTime => ({
  activity,
  ...(edgeOf(side) === 'end' ? { edge: 'end' as const } : {}),
  offset: {
    unit,
    n: (side.startsWith('before') ? -1 : 1) * Math.min(MOST[unit], Math.abs(n)),
    ...(time === undefined ? {} : { time }),
  },
});

const Distance = ({ id, lead }: { readonly id: string; readonly lead: LeadTime }) => {
  const t = useWords();
  const n = leadLength(lead);
  const length: Length = {
    n,
    unit: leadUnit(lead),
    side: sideOf(lead, n),
    time: lead.offset.unit === 'minute' ? undefined : lead.offset.time,
  };
  const set = (changes: Partial<Length>): void => {
    perform((context) => setLead(context, id, leadFrom(lead.activity, { ...length, ...changes })));
  };
  return (
    <>
      <Group gap="xs" grow align="flex-start" wrap="nowrap">
        <NumberField
          label={t('activity.leadLength')}
          value={Math.abs(n)}
          whole
          required
          max={MOST[length.unit]}
          onCommit={(next) => next !== undefined && set({ n: next })}
        />
        <ChoiceField
          label={t('activity.leadUnit')}
          value={length.unit}
          choices={LEAD_UNITS.map((value) => ({ value, label: wordFor(`activity.leadUnits.${value}`) }))}
          required
          onCommit={(unit) => unit !== undefined && set({ unit })}
        />
      </Group>
      <ChoiceField
        label={t('activity.leadSide')}
        value={length.side}
        choices={SIDES.map((value) => ({ value, label: wordFor(`activity.leadSides.${value}`) }))}
        required
        onCommit={(side) => side !== undefined && set({ side })}
      />
      <TextField
        label={t('activity.leadTime')}
        value={length.time}
        max={4}
        placeholder="1600"
        check={(text) => (isClock(text) ? undefined : t('activity.leadTimeForm'))}
        onCommit={(time) => set({ time })}
      />
    </>
  );
};

/** What the activity counts from, and how long before or after it stands: it moves when the other one does. */
export const LeadFields = ({ activity: { id, start } }: { readonly activity: Activity }) => {
  const t = useWords();
  const lead = leadOf(start);
  const choices = useRecordChoices('activity').filter(({ value }) => value !== id);
  return (
    <>
      <ChoiceField
        label={t('activity.countsFrom')}
        value={lead?.activity}
        choices={choices}
        onCommit={(other) =>
          perform((context) => (other === undefined ? standAlone(context, id) : countFrom(context, id, other)))
        }
      />
      {lead !== undefined && <Distance id={id} lead={lead} />}
    </>
  );
};
