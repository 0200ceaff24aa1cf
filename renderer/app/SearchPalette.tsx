import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { usePlan } from '../state/plan.ts';
import { searchRecords } from '../state/search.ts';
import { revealRecord } from '../state/view.ts';
import { useWords, wordFor } from '../ui/words.ts';
import { COMMANDS, switchLanguage } from './commands.ts';
import { shortcutText } from './shortcuts.ts';
import { isAvailable } from './useAppCommands.ts';

interface Choice {
  readonly id: string;
  readonly words: string;
  readonly hint: string;
  readonly act: () => void;
}

const MOST = 40;

const fits = (words: string, query: string): boolean =>
  query
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => words.toLocaleLowerCase().includes(word));

/** Commands and settings that fit what was typed; all of them while nothing was. */
const useCommandChoices = (query: string): readonly Choice[] => {
  const t = useWords();
  const language: Choice = { id: 'language', words: t('app.switchLanguage'), hint: '', act: switchLanguage };
  const commands = COMMANDS.filter((command) => command.id !== 'view.search' && isAvailable(command)).map(
    ({ id, shortcuts, run }): Choice => ({
      id,
      words: wordFor(`app.command.${id}`),
      hint: shortcuts[0] === undefined ? '' : shortcutText(shortcuts[0]),
      act: run,
    }),
  );
  return [...commands, language].filter(({ words }) => fits(words, query));
};

const useRecordHits = (query: string): readonly Choice[] => {
  const plan = usePlan((state) => state.plan);
  return useMemo(
    () =>
      searchRecords(plan, query, MOST).map(({ kind, id, title }) => ({
        id,
        words: title,
        hint: wordFor(`app.kind.${kind}`),
        act: () => revealRecord(kind, id),
      })),
    [plan, query],
  );
};

const Group = ({ label, choices }: { readonly label: string; readonly choices: readonly Choice[] }) =>
  choices.length === 0 ? null : (
    <Spotlight.ActionsGroup label={label}>
      {choices.map(({ id, words, hint, act }) => (
        <Spotlight.Action
          key={id}
          label={words}
          onClick={act}
          rightSection={<span className="search-hint">{hint}</span>}
        />
      ))}
    </Spotlight.ActionsGroup>
  );

const Found = ({ query }: { readonly query: string }) => {
  const t = useWords();
  const deferred = useDeferredValue(query);
  const records = useRecordHits(deferred);
  const commands = useCommandChoices(deferred);
  return (
    <Spotlight.ActionsList>
      <Group label={t('app.searchRecords')} choices={records} />
      <Group label={t('app.searchCommands')} choices={commands} />
      {records.length + commands.length === 0 && <Spotlight.Empty>{t('ui.nothingFound')}</Spotlight.Empty>}
    </Spotlight.ActionsList>
  );
};

/** Search under Ctrl+K: records, commands and settings alike. */
export const SearchPalette = () => {
  const t = useWords();
  const [query, setQuery] = useState('');
  return (
    <Spotlight.Root
      shortcut={null}
      query={query}
      onQueryChange={setQuery}
      lockScroll={false}
      scrollable
      maxHeight={420}
      transitionProps={{ duration: 0 }}
      overlayProps={{ blur: 0 }}
      attributes={{ content: { 'aria-label': t('app.search') } }}
      onSpotlightClose={() => setQuery('')}
    >
      <Spotlight.Search
        placeholder={t('app.searchHint')}
        aria-label={t('app.searchHint')}
        leftSection={<IconSearch size={16} />}
        rightSection={<kbd className="key">Esc</kbd>}
        onKeyDown={(event) => event.key === 'Escape' && spotlight.close()}
      />
      <Found query={query} />
    </Spotlight.Root>
  );
};
