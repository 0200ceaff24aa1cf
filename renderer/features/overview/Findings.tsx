import { Text } from '@mantine/core';
import { SEVERITIES } from '#shared/plan/checks/finding.ts';
import { useFindings } from '../../state/findings.ts';
import { FindingLines, SeverityIcon } from '../../ui/FindingLines.tsx';
import { useWords, wordFor } from '../../ui/words.ts';
import { Section } from './Section.tsx';

const MOST = 8;

/** What is wrong, the worst first; each line leads to the record. */
export const Findings = () => {
  const t = useWords();
  const { list, counts } = useFindings();
  const present = SEVERITIES.filter((severity) => counts[severity] > 0);
  return (
    <Section
      title={t('overview.problems')}
      aside={
        <span className="overview-severities figure">
          {present.map((severity) => (
            <span key={severity} className="overview-severity">
              <SeverityIcon severity={severity} /> {wordFor(`app.severity.${severity}`, { count: counts[severity] })}
            </span>
          ))}
        </span>
      }
    >
      {list.length === 0 ? (
        <Text c="dimmed">{t('app.noProblems')}</Text>
      ) : (
        <>
          <FindingLines findings={list.slice(0, MOST)} />
          {list.length > MOST && <Text c="dimmed">{t('app.more', { count: list.length - MOST })}</Text>}
        </>
      )}
    </Section>
  );
};
