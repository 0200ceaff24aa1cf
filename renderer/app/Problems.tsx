import { Popover, ScrollArea, Text } from '@mantine/core';
import { useState } from 'react';
import { SEVERITIES } from '#shared/plan/checks/finding.ts';
import { useFindings } from '../state/findings.ts';
import { FindingLines, SeverityIcon } from '../ui/FindingLines.tsx';
import { useWords, wordFor } from '../ui/words.ts';

const MOST = 200;

/** How many problems there are of each severity; opens the list, whose lines lead to the records. */
export const Problems = () => {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const { list, counts } = useFindings();
  if (list.length === 0) return <span className="status-part">{t('app.noProblems')}</span>;
  const present = SEVERITIES.filter((severity) => counts[severity] > 0);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="top-start"
      width={560}
      withinPortal={false}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <button
          type="button"
          className="status-problems figure"
          aria-label={t('app.problems', { count: list.length })}
          onClick={() => setOpen(!open)}
        >
          {present.map((severity) => (
            <span key={severity} className="status-severity">
              <SeverityIcon severity={severity} />
              {wordFor(`app.severity.${severity}`, { count: counts[severity] })}
            </span>
          ))}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={6} aria-label={t('app.problems', { count: list.length })}>
        <ScrollArea.Autosize mah={380}>
          <FindingLines findings={list.slice(0, MOST)} />
          {list.length > MOST && (
            <Text c="dimmed" p={6}>
              {t('app.more', { count: list.length - MOST })}
            </Text>
          )}
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
};
