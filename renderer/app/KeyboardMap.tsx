import { Modal, SimpleGrid, Stack, Table, Title } from '@mantine/core';
import { showScreen, useScreen } from '../state/screen.ts';
import { useWords, wordFor } from '../ui/words.ts';
import { ACT_KEYS } from '../features/timeline/actKeys.ts';
import { COMMANDS } from './commands.ts';
import { shortcutText } from './shortcuts.ts';

interface Line {
  readonly keys: readonly string[];
  readonly words: string;
}

/** Keys that lists, times and the timeline share; the words stand in the catalogue under the same names. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  move: ['↑', '↓', '←', '→'],
  ends: ['Home', 'End'],
  range: ['Shift+↑', 'Shift+↓'],
  all: ['Mod+A'],
  toggle: ['Space'],
  open: ['Enter'],
  back: ['Esc'],
  remove: ['Delete'],
  copy: ['Mod+C'],
};
const TIMES: Readonly<Record<string, readonly string[]>> = {
  quarter: ['↑', '↓'],
  day: ['Shift+↑', 'Shift+↓'],
};

const REVIEW: Readonly<Record<string, readonly string[]>> = {
  rows: ['↑', '↓', 'PgUp', 'PgDn'],
  inside: ['→', '←'],
  take: ['Space'],
  several: ['Shift+↑', 'Shift+↓', 'Mod+A'],
  conflict: ['N', 'Shift+N'],
};

const MATRIX: Readonly<Record<string, readonly string[]>> = {
  cells: ['↑', '↓', '←', '→'],
  renameEntry: ['F2'],
  addEntry: ['Insert'],
  moveEntry: ['Alt+↑', 'Alt+↓', 'Alt+←', 'Alt+→'],
  showEntry: ['T'],
};

const CALENDAR: Readonly<Record<string, readonly string[]>> = {
  slots: ['↑', '↓', '←', '→', 'Home', 'End'],
  pages: ['PgUp', 'PgDn'],
  newEntry: ['Insert', 'N'],
  openDay: ['Enter'],
  intoDay: ['Mod+↓', 'Esc'],
  nudge: ['Alt+←', 'Alt+→', 'Alt+↑', 'Alt+↓'],
  lengthen: ['Shift+Alt+↓', 'Shift+Alt+→'],
  column: ['Mod+←', 'Mod+→'],
};

const linesOf = (keys: Readonly<Record<string, readonly string[]>>): Line[] =>
  Object.entries(keys).map(([name, combinations]) => ({ keys: combinations, words: wordFor(`app.keys.${name}`) }));

const Section = ({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) => (
  <section>
    <Title order={3} fz={12} mb={4}>
      {title}
    </Title>
    <Table verticalSpacing={3} horizontalSpacing={0} fz={12}>
      <Table.Tbody>
        {lines.map(({ keys, words }) => (
          <Table.Tr key={words}>
            <Table.Td w={170}>
              {keys.map((combination) => (
                <kbd key={combination} className="key">
                  {shortcutText(combination)}
                </kbd>
              ))}
            </Table.Td>
            <Table.Td>{words}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </section>
);

/** The keys of the timeline stand in two columns. */
const HALF = Math.ceil(Object.keys(ACT_KEYS).length / 2);

/** The keys of the timeline, under the words of its menu. */
const timelineLines = (): Line[] =>
  Object.entries(ACT_KEYS).map(([act, keys]) => ({ keys, words: wordFor(`editing.act.${act}`) }));

/** Every key that does something, under F1. */
export const KeyboardMap = () => {
  const t = useWords();
  const opened = useScreen((state) => state.keyboard);
  const commands = COMMANDS.filter(({ shortcuts }) => shortcuts.length > 0).map(({ id, shortcuts }) => ({
    keys: shortcuts,
    words: wordFor(`app.command.${id}`),
  }));
  return (
    <Modal
      opened={opened}
      onClose={() => showScreen({ keyboard: false })}
      title={t('app.keyboard')}
      size={860}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <SimpleGrid cols={2} spacing="xl">
        <Section title={t('app.keysWindow')} lines={commands} />
        <Stack gap="md">
          <Section title={t('app.keysLists')} lines={linesOf(LISTS)} />
          <Section title={t('app.keysTimes')} lines={linesOf(TIMES)} />
          <Section title={t('app.keysCalendar')} lines={linesOf(CALENDAR)} />
          <Section title={t('app.keysMatrix')} lines={linesOf(MATRIX)} />
          <Section title={t('app.keysReview')} lines={linesOf(REVIEW)} />
        </Stack>
        <Section title={t('editing.keys')} lines={timelineLines().slice(0, HALF)} />
        <Section title={t('editing.keysMore')} lines={timelineLines().slice(HALF)} />
      </SimpleGrid>
    </Modal>
  );
};
