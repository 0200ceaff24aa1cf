import { Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type Authors, authorsOf } from '#shared/plan/merge/authors.ts';
import { type FieldOrigin, provenanceOf } from '#shared/plan/merge/provenance.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { allRecords } from '#shared/plan/state.ts';
import { usePartners } from '../features/exchange/partners.ts';
import { useWho } from '../features/exchange/who.ts';
import { ask } from '../platform/bridge.ts';
import { usePlan } from '../state/plan.ts';
import { inSlices } from '../state/slices.ts';
import { useWords, wordFor } from '../ui/words.ts';

interface Known {
  readonly record: PlanRecord;
  readonly origins: readonly FieldOrigin[];
  readonly authors: Authors;
}

/** The origin of each field, from the steps in the vault; empty until they are read. */
const useOrigins = (record: PlanRecord): Known => {
  const [known, setKnown] = useState<Known>({ record, origins: [], authors: new Map() });
  const exerciseId = usePlan(({ status }) => (status.phase === 'open' ? status.id : null));
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      if (exerciseId === null) return;
      const steps = await ask('vault.recordSteps', { exerciseId, id: record.id });
      const authors = await inSlices(authorsOf(allRecords(usePlan.getState().plan)));
      const origins = provenanceOf(record, steps.ok ? steps.value.map(({ step }) => step) : []);
      if (current) setKnown({ record, origins, authors });
    };
    void read();
    return () => {
      current = false;
    };
  }, [exerciseId, record]);
  return known;
};

const Line = ({ origin, authors }: { readonly origin: FieldOrigin; readonly authors: Authors }) => {
  const t = useWords();
  const who = useWho(authors);
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

/** Who wrote what stands in each field now, when, and which bundle brought it here. */
export const Provenance = ({ record }: { readonly record: PlanRecord }) => {
  const t = useWords();
  const { origins, authors } = useOrigins(record);
  useEffect(() => {
    if (usePartners.getState().own === null) void usePartners.getState().refresh();
  }, []);
  if (origins.length === 0) return null;
  return (
    <section aria-label={t('review.provenance')}>
      <Title order={3} fz={12} mt="md" mb={4}>
        {t('review.provenance')}
      </Title>
      <ul className="history">
        {origins.map((origin) => (
          <Line key={origin.field} origin={origin} authors={authors} />
        ))}
      </ul>
    </section>
  );
};
