import { ActionIcon, Button, Group, SegmentedControl, Text, Tooltip } from '@mantine/core';
import { type Icon, IconArrowBackUp, IconArrowForwardUp, IconChevronLeft, IconSearch } from '@tabler/icons-react';
import { memo } from 'react';
import { spotlight } from '@mantine/spotlight';
import { redo, undo, usePlan } from '../state/plan.ts';
import { useExercise } from '../state/records.ts';
import { showScreen } from '../state/screen.ts';
import { useActor } from '../state/actor.ts';
import { revealRecord, useView } from '../state/view.ts';
import { Marking } from '../ui/Marking.tsx';
import { takeBack } from '../ui/perform.ts';
import { stepName, useWords } from '../ui/words.ts';
import { CountDown } from './CountDown.tsx';
import { SaveMark } from './SaveMark.tsx';
import { SettingsMenu } from '../ui/SettingsMenu.tsx';
import { shortcutText } from './shortcuts.ts';

const Name = () => {
  const t = useWords();
  const exercise = useExercise();
  if (exercise === undefined) return null;
  return (
    <Group gap={8} wrap="nowrap" className="title-name">
      <Tooltip label={t('app.toExercises')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('app.toExercises')}
          onClick={() => showScreen({ exercises: true })}
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('app.toSettings')}>
        <button type="button" className="title-exercise" onClick={() => revealRecord('exercise', exercise.id)}>
          <strong>{exercise.name}</strong>
          {exercise.nickname !== undefined && <span className="title-nickname">{exercise.nickname}</span>}
        </button>
      </Tooltip>
      <Marking label={exercise.label} />
    </Group>
  );
};

interface TurnProps {
  readonly text: string;
  readonly keys: string;
  readonly icon: Icon;
  readonly turn: typeof undo;
  /** Whether there is a step for it. */
  readonly isThere: boolean;
}

const Turn = ({ text, keys, icon: Sign, turn, isThere }: TurnProps) => (
  <Tooltip label={`${text} (${shortcutText(keys)})`}>
    <ActionIcon variant="subtle" color="gray" aria-label={text} disabled={!isThere} onClick={() => takeBack(turn)}>
      <Sign size={17} />
    </ActionIcon>
  </Tooltip>
);

const History = () => {
  const t = useWords();
  const last = usePlan(({ history }) => history.done.at(-1));
  const next = usePlan(({ history }) => history.undone.at(-1));
  const undoText = last === undefined ? t('ui.undo') : t('app.undoStep', { step: stepName(last.label) });
  const redoText = next === undefined ? t('app.redo') : t('app.redoStep', { step: stepName(next.label) });
  return (
    <Group gap={2} wrap="nowrap">
      <Turn text={undoText} keys="Mod+Z" icon={IconArrowBackUp} turn={undo} isThere={last !== undefined} />
      <Turn text={redoText} keys="Mod+Y" icon={IconArrowForwardUp} turn={redo} isThere={next !== undefined} />
    </Group>
  );
};

const TIME_MODES = ['dtg', 'local', 'anchor'] as const;

/** The one switch of how all times are read. */
const TimeSwitch = () => <ZoneSwitch zone={useExercise()?.zone ?? 'UTC'} />;

const ZoneSwitch = memo(({ zone }: { readonly zone: string }) => {
  const t = useWords();
  const mode = useView((state) => state.timeMode);
  const place = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  const words = { dtg: 'Z', local: place, anchor: t('app.anchorTime') };
  return (
    <SegmentedControl
      aria-label={t('app.timeSwitch')}
      value={mode}
      data={TIME_MODES.map((value) => ({ value, label: words[value] }))}
      transitionDuration={0}
      onChange={(value) => useView.setState({ timeMode: TIME_MODES.find((known) => known === value) ?? 'dtg' })}
    />
  );
});

const WhoAmI = () => {
  const t = useWords();
  const { nation, name } = useActor();
  return (
    <Tooltip label={nation === null ? t('app.noIdentity') : (name ?? nation)}>
      <Text className="title-who" tabIndex={0}>
        {nation ?? t('app.unnamed')}
      </Text>
    </Tooltip>
  );
};

/** The line above everything: which exercise, its marking, how far off it is, how times are read, who plans, saved or not. */
export const TitleLine = () => {
  const t = useWords();
  return (
    <header className="title-line">
      <Name />
      <CountDown />
      <Group gap="sm" wrap="nowrap" className="title-right">
        <SaveMark />
        <History />
        <TimeSwitch />
        <WhoAmI />
        <Button
          variant="default"
          leftSection={<IconSearch size={14} />}
          rightSection={<kbd className="key">{shortcutText('Mod+K')}</kbd>}
          onClick={() => spotlight.open()}
        >
          {t('app.search')}
        </Button>
        <SettingsMenu />
      </Group>
    </header>
  );
};
