import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { OpenedRequest } from '#shared/contract/cosign.ts';
import { markingText } from '#shared/label/label.ts';
import { formatDtg } from '#shared/time/dtg.ts';
import { startOfMinute } from '#shared/time/instant.ts';
import { instantMs } from '../../state/time.ts';
import { Marking } from '../../ui/Marking.tsx';
import { useWords, wordFor } from '../../ui/words.ts';
import { declineRequest, endReceipt, endRequest, signRequest, useRequests, writeReceipt } from './requests.ts';
import './release.css';

const ROW = 24;

const dtg = (instant: string): string => formatDtg(startOfMinute(instantMs(instant) ?? 0));

/** Every record that will leave, by name and marking; only those in sight are drawn. */
const Records = ({ records }: Pick<OpenedRequest, 'records'>) => {
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
              <span className="release-outcome">{record.label === null ? '' : markingText(record.label)}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
};

const Facts = ({ request }: { readonly request: OpenedRequest }) => {
  const t = useWords();
  const { nation, author, role, revision, issuedAt, expiresAt, audience, encrypted } = request;
  return (
    <Stack gap={4}>
      <Text fw={600}>{t('cosign.from', { nation, author, role: wordFor(`cosign.role.${role}`) })}</Text>
      <Group gap="xs">
        <Marking label={request.label} />
        <Text>{t('cosign.facts', { revision, issued: dtg(issuedAt), expires: dtg(expiresAt) })}</Text>
      </Group>
      <Text>{t('cosign.to', { to: audience.join('; ') || t('cosign.whoever') })}</Text>
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
      <Stack>
        <Facts request={request} />
        <Text fw={600}>
          {t('cosign.records')} ({request.records.length})
        </Text>
        <Records records={request.records} />
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
