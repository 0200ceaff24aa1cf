import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { OpenedForces } from '#shared/contract/exchange.ts';
import { toDraft } from '#shared/interchange/draft.ts';
import type { ImportModel, ReportLine } from '#shared/interchange/model.ts';
import { readMsdl } from '#shared/interchange/msdl.ts';
import { readOrbatMapper } from '#shared/interchange/orbatmapper.ts';
import { createExercise } from '#shared/plan/exercise/commands.ts';
import type { Result } from '#shared/result.ts';
import { beginAndOpen, firstContext } from '../../state/exercises.ts';
import { usePlan } from '../../state/plan.ts';
import { showView } from '../../state/view.ts';
import { perform, tellFailure } from '../../ui/perform.ts';
import { listContent } from '../../ui/table/listTable.ts';
import type { TableContent } from '../../ui/table/saveTable.ts';
import { TableMenu } from '../../ui/table/TableMenu.tsx';
import { sentenceFor, useWords, wordFor } from '../../ui/words.ts';
import { endImport, useImport } from './session.ts';

const SECTIONS = ['taken', 'mapped', 'leftOut'] as const;
type Section = (typeof SECTIONS)[number];

const read = ({ form, text }: OpenedForces): Result<ImportModel> =>
  form === 'msdl' ? readMsdl(text) : readOrbatMapper(text);

/** Takes the units into the open exercise, or into a new one with the file's name where none is open. */
const takeForces = async (model: ImportModel, file: string): Promise<void> => {
  if (usePlan.getState().status.phase !== 'open') {
    const { name, start, zone } = model.exerciseHints;
    const fields = {
      name: name ?? file,
      ...(start === undefined ? {} : { start }),
      ...(zone === undefined ? {} : { zone }),
    };
    const begun = await beginAndOpen(createExercise(firstContext(undefined), fields));
    if (!begun.ok) return tellFailure(begun.error);
  }
  const done = perform((context) => toDraft(model, file, context));
  if (!done.ok) return;
  endImport();
  showView('forces');
};

const lineText = (section: Section, { code, count, name }: ReportLine): string =>
  wordFor(`interchange.${section}.${code}`, { count, name });

/** Of a file that is not in the plan: the exercise that it would come into marks it. */
const reportContent = ({ report }: ImportModel, file: string): TableContent =>
  listContent(
    wordFor('exchange.forcesTitle', { file }),
    SECTIONS.flatMap((section) => report[section].map((line) => ({ section, line }))),
    [
      [wordFor('calendar.importFate'), 'text', ({ section }) => wordFor(`exchange.report.${section}`)],
      [wordFor('app.historyColumn.what'), 'text', ({ section, line }) => lineText(section, line)],
    ],
    [],
  );

const Report = ({ model, file }: { readonly model: ImportModel; readonly file: string }) => (
  <>
    <Group justify="flex-end">
      <TableMenu content={() => reportContent(model, file)} />
    </Group>
    {SECTIONS.filter((section) => model.report[section].length > 0).map((section) => (
      <div key={section}>
        <Text fw={600}>{wordFor(`exchange.report.${section}`)}</Text>
        <ul className="exchange-report">
          {model.report[section].map((line) => (
            <li key={`${line.code} ${line.name ?? ''}`}>{lineText(section, line)}</li>
          ))}
        </ul>
      </div>
    ))}
  </>
);

const Body = ({ forces }: { readonly forces: OpenedForces }) => {
  const t = useWords();
  const model = useMemo(() => read(forces), [forces]);
  return (
    <Stack>
      {model.ok ? (
        <Report model={model.value} file={forces.name} />
      ) : (
        <Text role="alert">{sentenceFor(model.error)}</Text>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={endImport}>
          {t('exchange.cancel')}
        </Button>
        {model.ok && (
          <Button onClick={() => void takeForces(model.value, forces.name)}>{t('exchange.takeForces')}</Button>
        )}
      </Group>
    </Stack>
  );
};

/** What another program's order of battle brings, before any of it is taken. */
export const ForcesDialog = () => {
  const t = useWords();
  const forces = useImport((state) => state.forces);
  if (forces === null) return null;
  return (
    <Modal
      opened
      onClose={endImport}
      size="lg"
      title={t('exchange.forcesTitle', { file: forces.name })}
      closeButtonProps={{ 'aria-label': t('exchange.cancel') }}
    >
      <Body forces={forces} />
    </Modal>
  );
};
