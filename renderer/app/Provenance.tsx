import { Group, Title } from '@mantine/core';
import { useEffect } from 'react';
import type { FieldOrigin } from '#shared/plan/merge/provenance.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { titleOf } from '#shared/plan/title.ts';
import { stampMs } from '#shared/time/clock.ts';
import { usePartners } from '../features/exchange/partners.ts';
import { useOrigins } from '../features/exchange/useOrigins.ts';
import { useWho } from '../features/exchange/who.ts';
import { listContent } from '../ui/table/listTable.ts';
import type { TableContent } from '../ui/table/saveTable.ts';
import { TableMenu } from '../ui/table/TableMenu.tsx';
import { useWords, wordFor } from '../ui/words.ts';

const Line = ({ origin }: { readonly origin: FieldOrigin }) => {
  const t = useWords();
  const who = useWho();
  const { name, when } = who(origin.stamp);
  const { bundle } = origin;
  return (
    <li className="history-step">
      <span>{wordFor(`plan.fields.${origin.field}`)}</span>
      <span className="history-when figure">{t('review.wrote', { name, when })}</span>
      {bundle !== undefined && (
        <span className="history-when figure" title={bundle.checkCode}>
          {t('review.cameWith', {
            revision: bundle.revision,
            nation: bundle.nation,
            name: bundle.name,
            file: bundle.file,
          })}
        </span>
      )}
    </li>
  );
};

const provenanceContent = (
  record: PlanRecord,
  origins: readonly FieldOrigin[],
  who: ReturnType<typeof useWho>,
): TableContent =>
  listContent(
    `${wordFor('review.provenance')}: ${titleOf(record)}`,
    origins,
    [
      [wordFor('release.field'), 'text', ({ field }) => wordFor(`plan.fields.${field}`)],
      [wordFor('app.historyColumn.who'), 'text', ({ stamp }) => who(stamp).name],
      [wordFor('app.historyColumn.when'), 'time', ({ stamp }) => stampMs(stamp)],
      [
        wordFor('exchange.import'),
        'text',
        ({ bundle }) => (bundle === undefined ? '' : wordFor('review.cameWith', { ...bundle })),
      ],
    ],
    [record.id],
  );

/** Who wrote what stands in each field now, when, and which bundle brought it here. */
export const Provenance = ({ record }: { readonly record: PlanRecord }) => {
  const t = useWords();
  const { origins } = useOrigins(record);
  const who = useWho();
  useEffect(() => {
    if (usePartners.getState().own === null) void usePartners.getState().refresh();
  }, []);
  if (origins.length === 0) return null;
  return (
    <section aria-label={t('review.provenance')}>
      <Group justify="space-between" mt="md">
        <Title order={3} fz={12}>
          {t('review.provenance')}
        </Title>
        <TableMenu content={() => provenanceContent(record, origins, who)} />
      </Group>
      <ul className="history">
        {origins.map((origin) => (
          <Line key={origin.field} origin={origin} />
        ))}
      </ul>
    </section>
  );
};
