import { Button, Checkbox, Group, MultiSelect, Stack, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ExportedBundle } from '#shared/contract/exchange.ts';
import { type Selection, selectForRelease } from '#shared/plan/release/select.ts';
import { recordOf } from '#shared/plan/state.ts';
import { titleOf } from '#shared/plan/title.ts';
import { ask } from '../../platform/bridge.ts';
import { useActor } from '../../state/actor.ts';
import { usePlan } from '../../state/plan.ts';
import { NumberField } from '../../ui/fields/NumberField.tsx';
import { Marking } from '../../ui/Marking.tsx';
import { tellFailure } from '../../ui/perform.ts';
import { useWords, wordFor } from '../../ui/words.ts';
import { usePartners } from './partners.ts';

/** What would leave: exactly what the main process will seal, chosen by the same rule. */
const Preview = ({ selection }: { readonly selection: Selection }) => {
  const t = useWords();
  const plan = usePlan((state) => state.plan);
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text fw={600}>{t('exchange.leaves')}</Text>
        <Marking label={selection.label} />
      </Group>
      <Text>
        {selection.sections
          .map(({ kind, records }) => `${wordFor(`app.kinds.${kind}`, { count: records.length })}`)
          .join(' · ') || t('exchange.leavesNothing')}
      </Text>
      {selection.held.length > 0 && (
        <details>
          <summary>{t('exchange.held', { count: selection.held.length })}</summary>
          <ul className="exchange-held">
            {selection.held.slice(0, 200).map(({ kind, id, reason }) => {
              const record = recordOf(plan, kind, id);
              return (
                <li key={id}>
                  {record === undefined ? id : titleOf(record)}: {wordFor(`exchange.reason.${reason}`)}
                </li>
              );
            })}
          </ul>
        </details>
      )}
      {selection.dangling.length > 0 && (
        <Text c="dimmed">{t('exchange.dangling', { count: selection.dangling.length })}</Text>
      )}
    </Stack>
  );
};

const Exported = ({ bundle }: { readonly bundle: ExportedBundle }) => {
  const t = useWords();
  return (
    <Stack gap={2} role="status" className="exchange-done">
      <Text fw={600}>
        {t('exchange.exported', { file: bundle.file, records: bundle.records, revision: bundle.revision })}
      </Text>
      <Text>{t('exchange.checkCode')}</Text>
      <Text className="exchange-digits">{bundle.checkCode}</Text>
    </Stack>
  );
};

const useSelection = (codes: readonly string[]): Selection | null => {
  const plan = usePlan((state) => state.plan);
  const { nation, author } = useActor();
  return useMemo(
    () =>
      nation === null ? null : selectForRelease(plan, { originator: nation, authors: [author], audienceCodes: codes }),
    [plan, nation, author, codes],
  );
};

/** Seals what may go to chosen partners into a bundle. */
export const ExportPanel = () => {
  const t = useWords();
  const partners = usePartners((state) => state.partners);
  const status = usePlan((state) => state.status);
  const [to, setTo] = useState<string[]>([]);
  const [encrypt, setEncrypt] = useState(false);
  const [days, setDays] = useState(90);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<ExportedBundle | null>(null);
  const codes = useMemo(
    () => partners.filter(({ kid }) => to.includes(kid)).map(({ nation }) => nation),
    [partners, to],
  );
  const selection = useSelection(codes);
  const run = async (): Promise<void> => {
    if (status.phase !== 'open') return;
    setBusy(true);
    const exported = await ask('exchange.export', { exerciseId: status.id, to, encrypt, expiresInDays: days });
    setBusy(false);
    if (exported.ok) setDone(exported.value);
    else tellFailure(exported.error);
  };
  const choices = partners
    .filter(({ state }) => state !== 'revoked')
    .map(({ kid, nation, name, state }) => ({
      value: kid,
      label: `${nation} ${name}${state === 'unverified' ? ` (${wordFor('exchange.state.unverified')})` : ''}`,
    }));
  return (
    <section className="exchange-panel" aria-label={t('exchange.export')}>
      <Title order={3} size="h5">
        {t('exchange.export')}
      </Title>
      {selection === null ? (
        <Text c="dimmed">{t('exchange.exportNeedsIdentity')}</Text>
      ) : (
        <Stack gap="xs">
          <MultiSelect
            label={t('exchange.to')}
            data={choices}
            value={to}
            onChange={setTo}
            placeholder={to.length === 0 ? t('exchange.toNobody') : ''}
          />
          <Checkbox
            label={t('exchange.encrypt')}
            checked={encrypt}
            disabled={to.length === 0}
            onChange={(event) => setEncrypt(event.currentTarget.checked)}
          />
          <NumberField
            label={t('exchange.expires')}
            unit={t('exchange.days')}
            value={days}
            min={1}
            max={730}
            whole
            required
            onCommit={(value) => setDays(value ?? 90)}
          />
          <Preview selection={selection} />
          <Group>
            <Button loading={busy} disabled={selection.sections.length === 0} onClick={() => void run()}>
              {t('exchange.exportButton')}
            </Button>
          </Group>
          {done !== null && <Exported bundle={done} />}
        </Stack>
      )}
    </section>
  );
};
