import { Group } from '@mantine/core';
import { countFrom, leadDays, leadOf, setLead, standAlone } from '#shared/plan/activity/lead.ts';
import type { Activity } from '#shared/plan/activity/schema.ts';
import { MAX_OFFSET_DAYS, type Edge, type LeadTime } from '#shared/time/when.ts';
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

/** The same lead time with other days or another clock; on a number of minutes no longer, days say more. */
const withDays = (lead: LeadTime, n: number, side: Side, time: string | undefined): LeadTime => ({
  activity: lead.activity,
  ...(edgeOf(side) === 'end' ? { edge: 'end' as const } : {}),
  offset: {
    unit: 'day',
    n: (side.startsWith('before') ? -1 : 1) * Math.abs(n),
    ...(time === undefined ? {} : { time }),
  },
});

const Distance = ({ id, lead }: { readonly id: string; readonly lead: LeadTime }) => {
  const t = useWords();
  const days = leadDays(lead);
  const side = sideOf(lead, days);
  const time = lead.offset.unit === 'day' ? lead.offset.time : undefined;
  const set = (next: LeadTime): void => {
    perform((context) => setLead(context, id, next));
  };
  return (
    <>
      <Group gap="xs" grow align="flex-start" wrap="nowrap">
        <NumberField
          label={t('activity.leadDays')}
          unit={t('activity.days')}
          value={Math.abs(days)}
          whole
          required
          max={MAX_OFFSET_DAYS}
          onCommit={(n) => n !== undefined && set(withDays(lead, n, side, time))}
        />
        <ChoiceField
          label={t('activity.leadSide')}
          value={side}
          choices={SIDES.map((value) => ({ value, label: wordFor(`activity.leadSides.${value}`) }))}
          required
          onCommit={(next) => next !== undefined && set(withDays(lead, days, next, time))}
        />
      </Group>
      <TextField
        label={t('activity.leadTime')}
        value={time}
        max={4}
        placeholder="1600"
        check={(text) => (isClock(text) ? undefined : t('activity.leadTimeForm'))}
        onCommit={(text) => set(withDays(lead, days, side, text))}
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
