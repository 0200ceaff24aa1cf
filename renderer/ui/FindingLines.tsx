import { IconAlertTriangle, IconCircleX, IconInfoCircle, IconTimeline } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import type { Finding, Severity } from '#shared/plan/checks/finding.ts';
import { revealRecord } from '../state/view.ts';
import { findingFor, useWords } from './words.ts';
import './findings.css';

const ICONS = { error: IconCircleX, warning: IconAlertTriangle, info: IconInfoCircle } as const;

/** The sign of a severity: a shape of its own, so that the colour never stands alone. */
export const SeverityIcon = ({ severity, size = 14 }: { readonly severity: Severity; readonly size?: number }) => {
  const Icon = ICONS[severity];
  return <Icon size={size} aria-hidden="true" className={`finding-icon finding-${severity}`} />;
};

/** What of a finding the timeline shows. */
const inTime = ({ subjects }: Finding) => subjects.find(({ kind }) => kind === 'activity' || kind === 'movement');

/** Arrow keys go from line to line, over the smaller buttons in between. */
const onArrow = (event: KeyboardEvent<HTMLUListElement>): void => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || !(event.target instanceof HTMLElement)) return;
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('.finding')];
  const here = event.target.closest('li')?.querySelector<HTMLElement>('.finding');
  const next = lines[(here === null || here === undefined ? -1 : lines.indexOf(here)) + step];
  event.preventDefault();
  next?.focus();
};

interface FindingLinesProps {
  readonly findings: readonly Finding[];
  /** Called when a line has led somewhere. */
  readonly onJump?: () => void;
}

/** Findings as sentences; each leads to the first record that it is about, and to the timeline where that shows it. */
export const FindingLines = ({ findings, onJump }: FindingLinesProps) => {
  const t = useWords();
  return (
    <ul className="finding-list" onKeyDown={onArrow}>
      {findings.map((finding, index) => {
        const { code, severity, subjects } = finding;
        const [subject] = subjects;
        const timed = inTime(finding);
        return (
          <li key={`${code} ${subject?.id ?? ''} ${index}`} className="finding-line">
            <button
              type="button"
              className="finding"
              onClick={() => {
                if (subject === undefined) return;
                revealRecord(subject.kind, subject.id);
                onJump?.();
              }}
            >
              <SeverityIcon severity={severity} />
              <span className="finding-code">{code}</span>
              <span>{findingFor(finding)}</span>
            </button>
            {timed !== undefined && (
              <button
                type="button"
                className="finding-jump"
                aria-label={t('app.showOnTimeline', { code })}
                title={t('app.showOnTimeline', { code })}
                onClick={() => {
                  revealRecord(timed.kind, timed.id, 'timeline');
                  onJump?.();
                }}
              >
                <IconTimeline size={15} aria-hidden="true" />
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
};
