import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ACTIVITY_TYPES } from '#shared/plan/activity/schema.ts';
import { useRecords } from '../../state/records.ts';
import { wordFor } from '../words.ts';
import type { Choice } from './ChoiceField.tsx';

const named = (task: string): string => {
  const key = `plan.activityType.${task}`;
  const word = wordFor(key);
  return word === key ? task : word;
};

/** What forces may be told to do: the kinds of activity that the plan knows, and movement. */
export const useTaskChoices = (): readonly Choice<string>[] => {
  const activities = useRecords('activity');
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => {
    const tasks = new Set<string>(['movement', ...ACTIVITY_TYPES, ...activities.map(({ type }) => type)]);
    const collator = new Intl.Collator(language);
    return [...tasks]
      .map((value) => ({ value, label: named(value) }))
      .sort((a, b) => collator.compare(a.label, b.label));
  }, [activities, language]);
};
