import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { OpenedRequest } from '#shared/contract/cosign.ts';
import { markingText } from '#shared/label/label.ts';
import { DEFAULT_LABELLING } from '#shared/label/policies.ts';
import { formatDtg } from '#shared/time/dtg.ts';
import { startOfMinute } from '#shared/time/instant.ts';
import { instantMs } from '../../state/time.ts';
import { FocusBack } from '../../ui/FocusBack.tsx';
import { Marking } from '../../ui/Marking.tsx';
import { listContent } from '../../ui/table/listTable.ts';
import type { TableContent } from '../../ui/table/saveTable.ts';
import { TableMenu } from '../../ui/table/TableMenu.tsx';
import { useWords, wordFor } from '../../ui/words.ts';
import { declineRequest, endReceipt, endRequest, signRequest, useRequests, writeReceipt } from './requests.ts';
import './release.css';

const ROW = 24;

const dtg = (instant: string): string => formatDtg(startOfMinute(instantMs(instant) ?? 0));

/** Every record that will leave, by name and marking; only those in sight are drawn. */
const Records = ({ records, labelling }: Pick<OpenedRequest, 'records' | 'labelling'>) => {
  const t = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: records.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 20,
  });
  return (
    // It scrolls, so the keyboard has to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={scroller} className="request-rows" role="group" tabIndex={0} aria-label={t('cosign.records')}>
      <div style={{ height: list.getTotalSize(), position: 'relative' }}>
        {list.getVirtualItems().map(({ index, start }) => {
          const record = records[index];
          return record === undefined ? null : (
            <div key={index} className="release-row" style={{ transform: `translateY(${start}px)`, height: ROW }}>
              <span className="release-kind">{wordFor(`app.kind.${record.kind}`)}</span>
              <span>{record.title}</span>
              <span className="release-outcome">
                {record.label === null ? '' : markingText(record.label, labelling ?? DEFAULT_LABELLING)}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
};

const nameOf = ({ kid, name }: OpenedRequest['audience'][number]): string =>
  name ?? wordFor('cosign.unknownKey', { kid: kid.slice(0, 12) });

/** What the officer is asked to let go; marked as the bundle will be. */
const requestContent = ({ name, token, exerciseId, labelling, records }: OpenedRequest): TableContent => ({
  ...listContent(
    wordFor('cosign.title', { file: name }),
    records,
    [
      [wordFor('release.column.kind'), 'text', ({ kind }) => wordFor(`app.kind.${kind}`)],
      [wordFor('release.column.title'), 'text', ({ title }) => title],
      [
        wordFor('label.section'),
        'text',
        ({ label }) => (label === null ? '' : markingText(label, labelling ?? DEFAULT_LABELLING)),
      ],
    ],
    [],
  ),
  bundle: { token, exerciseId },
});

const Facts = ({ request }: { readonly request: OpenedRequest }) => {
  const t = useWords();
  const { nation, author, role, revision, issuedAt, expiresAt, audience, encrypted } = request;
  return (
    <Stack gap={4}>
      <Text fw={600}>{t('cosign.from', { nation, author, role: wordFor(`cosign.role.${role}`) })}</Text>
      <Group gap="xs">
        <Marking label={request.label} by={request.labelling ?? DEFAULT_LABELLING} />
        <Text>{t('cosign.facts', { revision, issued: dtg(issuedAt), expires: dtg(expiresAt) })}</Text>
      </Group>
      <Text>{t('cosign.to', { to: audience.map(nameOf).join('; ') || t('cosign.whoever') })}</Text>
      <Text>{encrypted ? t('cosign.encrypted') : t('cosign.clear')}</Text>
      <Text>
        {t('exchange.checkCode')} <span className="exchange-digits">{request.checkCode}</span>
      </Text>
    </Stack>
  );
};

/** What somebody asks us to sign, with everything that would leave, and the decision about it. */
export const RequestDialog = () => {
  const t = useWords();
  const request = useRequests((state) => state.request);
  if (request === null) return null;
  return (
    <Modal
      opened
      onClose={endRequest}
      size="xl"
      title={t('cosign.title', { file: request.name })}
      closeButtonProps={{ 'aria-label': t('cosign.cancel') }}
    >
      <FocusBack />
      <Stack>
        <Facts request={request} />
        <Group justify="space-between">
          <Text fw={600}>
            {t('cosign.records')} ({request.records.length})
          </Text>
          <TableMenu content={() => requestContent(request)} />
        </Group>
        <Records records={request.records} labelling={request.labelling} />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => void declineRequest(request)}>
            {t('cosign.decline')}
          </Button>
          <Button onClick={() => void signRequest(request)}>{t('cosign.sign')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
};

/** Offered once something was taken in: the sender can be told, signed. */
export const ReceiptDialog = () => {
  const t = useWords();
  const receipt = useRequests((state) => state.receipt);
  if (receipt === null) return null;
  return (
    <Modal
      opened
      onClose={endReceipt}
      title={t('cosign.receiptOffer')}
      closeButtonProps={{ 'aria-label': t('cosign.cancel') }}
    >
      <FocusBack />
      <Stack>
        <Text>{t('cosign.receiptText')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={endReceipt}>
            {t('cosign.receiptLater')}
          </Button>
          <Button onClick={() => void writeReceipt(receipt)}>{t('cosign.receiptWrite')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
};
