import { Text } from '@mantine/core';
import { useWords } from '../../ui/words.ts';
import { useAudit } from './auditLog.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value, null, 1));

/** All that one entry says, as it is hashed. */
export const AuditDetail = () => {
  const t = useWords();
  const entry = useAudit(({ entries, chosen }) => entries[chosen]);
  if (entry === undefined) return <Text c="dimmed">{t('audit.choose')}</Text>;
  return (
    // A long entry scrolls, so the keyboard has to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="audit-detail" aria-label={t('audit.detail', { seq: entry.seq })} tabIndex={0}>
      <Text fw={600}>{entry.code}</Text>
      <Text>{new Date(entry.at).toISOString()}</Text>
      <dl>
        {Object.entries(entry.data).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{textOf(value)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('audit.hash')}</dt>
          <dd className="exchange-digits">{entry.hash}</dd>
        </div>
      </dl>
    </section>
  );
};
