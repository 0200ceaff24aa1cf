import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { v7 as uuid } from 'uuid';
import type { Holiday } from '#shared/plan/participant/schema.ts';
import { exerciseOf } from '#shared/plan/state.ts';
import { usePlan } from '../../state/plan.ts';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useWords } from '../../ui/words.ts';

interface HolidaysProps {
  readonly holidays: readonly Holiday[];
  readonly onChange: (holidays: Holiday[] | undefined) => void;
}

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

const inOrder = (holidays: readonly Holiday[]): Holiday[] => holidays.toSorted((a, b) => (a.date < b.date ? -1 : 1));

/** The days on which a participant rests. */
export const Holidays = ({ holidays, onChange }: HolidaysProps) => {
  const t = useWords();
  const start = usePlan(({ plan }) => exerciseOf(plan)?.start);
  const put = (next: Holiday): void => onChange(inOrder(holidays.map((old) => (old.id === next.id ? next : old))));
  const add = (): void => {
    const date = (start ?? new Date().toJSON()).slice(0, 10);
    onChange(inOrder([...holidays, { id: uuid(), date, name: t('participants.newHoliday') }]));
  };
  const remove = (id: string): void => {
    const rest = holidays.filter((holiday) => holiday.id !== id);
    onChange(rest.length === 0 ? undefined : rest);
  };
  const check = (text: string): string | undefined => (isDate(text) ? undefined : t('participants.holidayWrong'));
  return (
    <section className="contacts">
      <Group justify="space-between" mb={4}>
        <Text fw={600}>{t('participants.holidays')}</Text>
        <Button variant="subtle" leftSection={<IconPlus size={14} />} onClick={add}>
          {t('participants.addHoliday')}
        </Button>
      </Group>
      <Text c="dimmed">{t('participants.holidaysHint')}</Text>
      <Stack gap={4}>
        {holidays.map((holiday) => (
          <Group key={holiday.id} gap={4} align="flex-end" wrap="nowrap">
            <div className="holiday-date">
              <TextField
                label={t('participants.holidayDate')}
                value={holiday.date}
                required
                max={10}
                placeholder="2027-05-17"
                check={check}
                onCommit={(date) => date !== undefined && isDate(date) && put({ ...holiday, date })}
              />
            </div>
            <div className="contact-name">
              <TextField
                label={t('participants.holidayName')}
                value={holiday.name}
                required
                max={80}
                onCommit={(name) => name !== undefined && put({ ...holiday, name })}
              />
            </div>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('participants.removeContact', { name: holiday.name })}
              onClick={() => remove(holiday.id)}
            >
              <IconX size={15} />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
    </section>
  );
};
