import { useMemo } from 'react';
import { ownCaveats } from '#shared/plan/caveat/join.ts';
import { Flag } from '../../ui/Flag.tsx';
import { numberText } from '../../ui/numbers.ts';
import type { Column } from '../../ui/table/columns.ts';
import { useWords, wordFor } from '../../ui/words.ts';
import type { ParticipantRow } from './rows.ts';

const sumOf = (read: (row: ParticipantRow) => number) => (rows: readonly ParticipantRow[]) => {
  let sum = 0;
  for (const row of rows) sum += read(row);
  return numberText(sum);
};

const numbers = (t: ReturnType<typeof useWords>): Column<ParticipantRow>[] => {
  const number = (id: string, header: string, value: (row: ParticipantRow) => number): Column<ParticipantRow> => ({
    id,
    header,
    value,
    width: 100,
    align: 'right',
    total: sumOf(value),
  });
  return [
    number('units', t('participants.column.units'), ({ units }) => units),
    number('strength', t('participants.column.strength'), ({ strength }) => strength),
    number('movements', t('participants.column.movements'), ({ movements }) => movements),
    {
      id: 'contacts',
      header: t('participants.column.contacts'),
      value: ({ participant }) => participant.contacts.map(({ name }) => name).join(', '),
      width: 180,
    },
    {
      id: 'caveats',
      header: t('participants.column.caveats'),
      value: ({ participant }) =>
        ownCaveats(participant)
          .map(({ text }) => text)
          .join('\n') || undefined,
      width: 240,
      hidden: true,
    },
    {
      id: 'remarks',
      header: t('participants.column.remarks'),
      value: ({ participant }) => participant.remarks,
      width: 200,
      hidden: true,
    },
  ];
};

/** The columns of the participants' table. */
export const useParticipantColumns = (): readonly Column<ParticipantRow>[] => {
  const t = useWords();
  return useMemo(
    () => [
      {
        id: 'code',
        header: t('participants.column.code'),
        value: ({ participant }) => participant.code,
        render: ({ participant }) => (
          <>
            <Flag flag={participant.flag} code={participant.code} />
            <strong className="table-cell-text">{participant.code}</strong>
          </>
        ),
        width: 110,
      },
      {
        id: 'name',
        header: t('participants.column.name'),
        value: ({ participant }) => participant.name,
        width: 240,
      },
      {
        id: 'type',
        header: t('participants.column.type'),
        value: ({ participant }) => wordFor(`participants.type.${participant.type}`),
        width: 150,
      },
      {
        id: 'role',
        header: t('participants.column.role'),
        value: ({ participant }) => wordFor(`participants.role.${participant.role}`),
        width: 120,
      },
      ...numbers(t),
    ],
    [t],
  );
};
