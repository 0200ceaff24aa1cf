import { Button } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { auditSentence } from '#shared/audit/sentence.ts';
import { formatDtg } from '#shared/time/dtg.ts';
import { startOfMinute } from '#shared/time/instant.ts';
import { useWords, wordFor } from '../../ui/words.ts';
import { olderAudit, useAudit } from './auditLog.ts';

const ROW = 26;

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 15,
  PageUp: -15,
  Home: -Infinity,
  End: Infinity,
};

/** The entries; only those in sight are drawn, and older ones come when the end is in sight and wanted. */
export const AuditList = () => {
  const t = useWords();
  const { entries, more, chosen } = useAudit();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 20,
  });
  const choose = (index: number): void => useAudit.setState({ chosen: index });
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(entries.length - 1, Math.max(0, chosen + step));
    choose(next);
    list.scrollToIndex(next);
  };
  return (
    <div className="audit-list">
      <div
        ref={scroller}
        className="audit-rows"
        role="listbox"
        tabIndex={0}
        aria-label={t('audit.entries')}
        aria-activedescendant={entries[chosen] === undefined ? undefined : `audit-${entries[chosen].seq}`}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" style={{ height: list.getTotalSize(), position: 'relative' }}>
          {list.getVirtualItems().map(({ index, start }) => {
            const entry = entries[index];
            return entry === undefined ? null : (
              <div
                key={entry.seq}
                id={`audit-${entry.seq}`}
                role="option"
                aria-selected={index === chosen}
                className="audit-row"
                style={{ transform: `translateY(${start}px)`, height: ROW }}
                onClick={() => choose(index)}
                onKeyDown={undefined}
              >
                <span className="audit-number">{entry.seq}</span>
                <span className="audit-when">{formatDtg(startOfMinute(entry.at))}</span>
                <span>{auditSentence(entry, wordFor)}</span>
              </div>
            );
          })}
        </div>
      </div>
      {more && (
        <Button variant="subtle" onClick={olderAudit}>
          {t('audit.older')}
        </Button>
      )}
    </div>
  );
};
