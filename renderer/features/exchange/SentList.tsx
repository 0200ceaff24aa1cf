import { Group, Text, Title } from '@mantine/core';
import { memo, useEffect, useState } from 'react';
import type { SentBundle } from '#shared/contract/cosign.ts';
import { sentTable } from '#shared/interchange/table/exchange.ts';
import { formatDtg } from '#shared/time/dtg.ts';
import { startOfMinute } from '#shared/time/instant.ts';
import { ask } from '../../platform/bridge.ts';
import { usePlan } from '../../state/plan.ts';
import { instantMs } from '../../state/time.ts';
import { TableMenu } from '../../ui/table/TableMenu.tsx';
import { useWords, wordFor } from '../../ui/words.ts';
import { usePartners } from './partners.ts';

const dtg = (ms: number): string => formatDtg(startOfMinute(ms));

const SentLine = ({ sent }: { readonly sent: SentBundle }) => {
  const t = useWords();
  const params = { revision: sent.revision, at: dtg(sent.at), to: sent.to.join('; ') || t('cosign.whoever') };
  return (
    <li className="exchange-partner">
      <Text>{sent.requested ? t('cosign.sentRequest', params) : t('cosign.sentLine', params)}</Text>
      {sent.receipts.length === 0 && <Text c="dimmed">{t('cosign.noReceipt')}</Text>}
      {sent.receipts.map(({ from, receivedAt, taken }) => (
        <Text key={from} c="dimmed">
          {t('cosign.receiptLine', { from, at: dtg(instantMs(receivedAt) ?? 0), count: taken })}
        </Text>
      ))}
    </li>
  );
};

const List = ({ token }: { readonly token: unknown }) => {
  const t = useWords();
  const id = usePlan(({ status }) => (status.phase === 'open' ? status.id : ''));
  const changed = usePartners((state) => state.partners);
  const [sent, setSent] = useState<readonly SentBundle[]>([]);
  useEffect(() => {
    let current = true;
    if (id !== '')
      void ask('exchange.sent', { exerciseId: id }).then((reply) => {
        if (current && reply.ok) setSent(reply.value);
      });
    return () => {
      current = false;
    };
  }, [id, changed, token]);
  return (
    <section className="exchange-panel" aria-label={t('cosign.sent')}>
      <Group justify="space-between">
        <Title order={3} size="h5">
          {t('cosign.sent')}
        </Title>
        {sent.length > 0 && <TableMenu content={() => sentTable(sent, id, wordFor)} />}
      </Group>
      {sent.length === 0 ? (
        <Text c="dimmed">{t('cosign.noneSent')}</Text>
      ) : (
        <ul className="exchange-partners">
          {sent.map((one) => (
            <SentLine key={`${one.at} ${one.revision}`} sent={one} />
          ))}
        </ul>
      )}
    </section>
  );
};

/** What left of the open exercise, and which partners confirmed it. `token` changes when the list has to be read anew. */
export const SentList = memo(List);
