import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import type { Finding, Severity } from '#shared/plan/checks/finding.ts';
import { revealRecord } from '../state/view.ts';
import { wordFor } from './words.ts';
import './findings.css';

const ICONS = { error: IconCircleX, warning: IconAlertTriangle, info: IconInfoCircle } as const;

/** The sign of a severity: a shape of its own, so that the colour never stands alone. */
export const SeverityIcon = ({ severity, size = 14 }: { readonly severity: Severity; readonly size?: number }) => {
  const Icon = ICONS[severity];
  return <Icon size={size} aria-hidden="true" className={`finding-icon finding-${severity}`} />;
};

/** Findings as sentences; each leads to the first record that it is about. */
export const FindingLines = ({ findings }: { readonly findings: readonly Finding[] }) => (
  <ul className="finding-list">
    {findings.map((finding, index) => {
      const { code, severity, subjects, params } = finding;
      const [subject] = subjects;
      return (
        <li key={`${code} ${subject?.id ?? ''} ${index}`}>
          <button
            type="button"
            className="finding"
            onClick={() => subject !== undefined && revealRecord(subject.kind, subject.id)}
          >
            <SeverityIcon severity={severity} />
            <span className="finding-code">{code}</span>
            <span>{wordFor(`checks.${code.replace('-', '_')}`, params)}</span>
          </button>
        </li>
      );
    })}
  </ul>
);
