import { Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Dependency } from '#shared/plan/dependency/schema.ts';
import { titleOf } from '#shared/plan/title.ts';
import { usePlan } from '../state/plan.ts';
import { type SelectionPart, revealRecord } from '../state/view.ts';
import { useWords, wordFor } from '../ui/words.ts';
import { type Relation, relationsOf } from './relations.ts';

const MOST = 200;

/** How a link leads to the other end: it is waited for, or waits itself. */
const linkWord = ({ type }: Dependency, field: string, t: ReturnType<typeof useWords>): string =>
  `${field === 'from' ? t('activity.waitsFor') : t('activity.before')} (${type})`;

const List = ({ title, relations }: { readonly title: string; readonly relations: readonly Relation[] }) => {
  const t = useWords();
  if (relations.length === 0) return null;
  return (
    <section className="relations">
      <h3 className="relations-title">{title}</h3>
      <ul>
        {relations.slice(0, MOST).map(({ record, field, link }) => (
          <li key={`${link?.id ?? field} ${record.id}`}>
            <button
              type="button"
              className="link"
              onClick={() => revealRecord(record.kind, record.id, link === undefined ? undefined : 'timeline')}
            >
              {titleOf(record)}
            </button>
            <span className="relations-kind">
              {wordFor(`app.kind.${record.kind}`)}
              {link !== undefined && ` · ${linkWord(link, field, t)}`}
            </span>
          </li>
        ))}
      </ul>
      {relations.length > MOST && <Text c="dimmed">{t('app.more', { count: relations.length - MOST })}</Text>}
    </section>
  );
};

/** What the selected records name, and what names them. */
export const InspectorRelations = ({ parts }: { readonly parts: readonly SelectionPart[] }) => {
  const t = useWords();
  const plan = usePlan((state) => state.plan);
  const { to, from } = useMemo(
    () =>
      relationsOf(
        plan,
        parts.flatMap(({ kind, ids }) => ids.map((id) => ({ kind, id }))),
      ),
    [plan, parts],
  );
  return to.length + from.length === 0 ? (
    <Text c="dimmed">{t('app.noRelations')}</Text>
  ) : (
    <>
      <List title={t('app.relatesTo')} relations={to} />
      <List title={t('app.relatedFrom')} relations={from} />
    </>
  );
};
