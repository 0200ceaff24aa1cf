import { Chip, Popover, ScrollArea, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { FAMILIES, type Family, familyOf } from '#shared/plan/checks/families.ts';
import { type Finding, SEVERITIES, type Severity } from '#shared/plan/checks/finding.ts';
import { useFindings } from '../state/findings.ts';
import { FindingLines, SeverityIcon } from '../ui/FindingLines.tsx';
import { findingsTable, findingsTsv } from '../ui/findingsTable.ts';
import { TableMenu } from '../ui/table/TableMenu.tsx';
import { useWords, wordFor } from '../ui/words.ts';

const MOST = 200;

interface ListProps {
  readonly list: readonly Finding[];
  readonly severities: readonly Severity[];
  readonly onJump: () => void;
}

/** The list with its filters: severities that are left out, and one family or all of them. */
const List = ({ list, severities, onJump }: ListProps) => {
  const t = useWords();
  const [hidden, setHidden] = useState<readonly Severity[]>([]);
  const [family, setFamily] = useState<Family | undefined>();
  const families = useMemo(() => {
    const present = new Set(list.map(familyOf));
    return FAMILIES.filter((each) => present.has(each));
  }, [list]);
  // A family that was mended away filters nothing any more.
  const only = family !== undefined && families.includes(family) ? family : undefined;
  const shown = list.filter(
    (finding) => !hidden.includes(finding.severity) && (only === undefined || familyOf(finding) === only),
  );
  return (
    <>
      <div className="finding-filters" role="group" aria-label={t('app.problemFilters')}>
        {severities.map((severity) => (
          <Chip
            key={severity}
            size="xs"
            checked={!hidden.includes(severity)}
            onChange={(on) => setHidden(on ? hidden.filter((each) => each !== severity) : [...hidden, severity])}
          >
            {wordFor(`app.severities.${severity}`)}
          </Chip>
        ))}
        {families.length > 1 &&
          families.map((each) => (
            <Chip
              key={each}
              size="xs"
              variant="outline"
              checked={only === each}
              onChange={(on) => setFamily(on ? each : undefined)}
            >
              {wordFor(`app.families.${each}`)}
            </Chip>
          ))}
        <span className="finding-table">
          <TableMenu content={() => findingsTable(shown)} tsv={() => findingsTsv(shown)} />
        </span>
      </div>
      <ScrollArea.Autosize mah={380}>
        {shown.length === 0 ? (
          <Text c="dimmed" p={6}>
            {t('app.noProblemsShown')}
          </Text>
        ) : (
          <FindingLines findings={shown.slice(0, MOST)} onJump={onJump} />
        )}
        {shown.length > MOST && (
          <Text c="dimmed" p={6}>
            {t('app.more', { count: shown.length - MOST })}
          </Text>
        )}
      </ScrollArea.Autosize>
    </>
  );
};

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
      width={600}
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
        <List list={list} severities={present} onJump={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
};
