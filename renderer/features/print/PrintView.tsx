import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconArrowAutofitWidth, IconFileTypePdf, IconPrinter, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import type { PrintOptions as Options } from '#shared/print/products.ts';
import { magnification } from '#shared/print/papers.ts';
import { live } from '#shared/plan/state.ts';
import { usePlan } from '../../state/plan.ts';
import { showView } from '../../state/view.ts';
import { EmptyView } from '../../ui/EmptyView.tsx';
import { useNow } from '../../ui/useNow.ts';
import { Marking } from '../../ui/Marking.tsx';
import { sentenceFor, useWords, wordFor } from '../../ui/words.ts';
import { PrintOptions } from './PrintOptions.tsx';
import { PrintPreview, PrintThumbnails } from './PrintPreview.tsx';
import type { SheetHead } from './layoutDesk.ts';
import { areValid, usePrintOptions, usePrinting } from './usePrint.ts';
import { useLayout } from './useSheets.ts';
import './print.css';

/** CSS pixels to a millimetre at full size. */
const FULL_SIZE = 96 / 25.4;
const MARGINS = 50;

interface ToolbarProps {
  readonly sheets: readonly SheetHead[];
  /** The sheets of the options as they are now are on their way. */
  readonly laying: boolean;
  readonly options: Options;
  readonly zoom: { readonly by: (factor: number) => void; readonly fit: () => void };
}

const ToolIcon = ({ label, act, children }: { label: string; act: () => void; children: ReactNode }) => (
  <Tooltip label={label}>
    <ActionIcon variant="default" aria-label={label} onClick={act}>
      {children}
    </ActionIcon>
  </Tooltip>
);

interface PromiseProps {
  readonly laying: boolean;
  readonly sheets: readonly SheetHead[];
  readonly options: Options;
  readonly busy: boolean;
}

/** Says what the buttons will do: with which marking, how many sheets, on which paper. */
const PrintPromise = ({ sheets, options, busy, laying }: PromiseProps) => {
  const t = useWords();
  const [first] = sheets;
  if (first === undefined) return null;
  const lying = wordFor(`print.orientations.${options.orientation}`).toLocaleLowerCase();
  const paper = `${wordFor(`print.papers.${options.paper}`)} ${lying}`;
  return (
    <Group className="print-promise" gap="xs" wrap="nowrap">
      <Marking label={first.label} />
      <Text size="xs" role="status">
        {busy ? t('print.working') : laying ? t('print.laying') : t('print.promise', { count: sheets.length, paper })}
      </Text>
    </Group>
  );
};

const Toolbar = ({ sheets, laying, options, zoom }: ToolbarProps) => {
  const t = useWords();
  const { busy, run } = usePrinting(options);
  const ready = sheets.length > 0 && areValid(options);
  return (
    <>
      <Group className="print-toolbar" gap="xs" wrap="nowrap">
        <Button
          leftSection={<IconFileTypePdf size={16} />}
          disabled={!ready}
          loading={busy}
          onClick={() => void run('pdf')}
        >
          {t('print.savePdf')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} />}
          disabled={!ready || busy}
          onClick={() => void run('printer')}
        >
          {t('print.print')}
        </Button>
        <Group gap={4} wrap="nowrap" ml="auto">
          <ToolIcon label={t('print.zoomOut')} act={() => zoom.by(1 / 1.25)}>
            <IconZoomOut size={16} />
          </ToolIcon>
          <ToolIcon label={t('print.zoomIn')} act={() => zoom.by(1.25)}>
            <IconZoomIn size={16} />
          </ToolIcon>
          <ToolIcon label={t('print.zoomFit')} act={zoom.fit}>
            <IconArrowAutofitWidth size={16} />
          </ToolIcon>
        </Group>
      </Group>
      <PrintPromise sheets={sheets} options={options} busy={busy} laying={laying} />
    </>
  );
};

interface DeskProps {
  readonly layout: number;
  readonly sheets: readonly SheetHead[];
  readonly width: number;
}

/** Thumbnails and preview walk together. */
const Desk = ({ layout, sheets, width }: DeskProps) => {
  const [shown, setShown] = useState(0);
  const [jump, setJump] = useState(0);
  const current = Math.min(shown, sheets.length - 1);
  return (
    <>
      <PrintThumbnails
        layout={layout}
        sheets={sheets}
        current={current}
        onPick={(index) => {
          setShown(index);
          setJump((count) => count + 1);
        }}
      />
      <PrintPreview layout={layout} sheets={sheets} width={width} current={current} onCurrent={setShown} jump={jump} />
    </>
  );
};

/** Whether a key press belongs to a field rather than to the zoom. */
const typing = (event: KeyboardEvent): boolean => event.target instanceof HTMLInputElement;

const PrintDesk = () => {
  const t = useWords();
  const printing = usePrintOptions();
  const { options } = printing;
  const plan = useDeferredValue(usePlan((state) => state.plan));
  const { layout, busy } = useLayout(plan, useDeferredValue(options), useNow());
  const laid = layout?.heads;
  const { ref, width: room } = useElementSize();
  const [zoom, setZoom] = useState<number | undefined>();
  const sheets = laid?.ok === true ? laid.value : [];
  const full = (sheets[0]?.width ?? 297) * magnification(options) * FULL_SIZE;
  const fit = Math.max(240, room - MARGINS - 112);
  const width = zoom === undefined ? fit : Math.round(full * zoom);
  const zoomBy = (factor: number): void => {
    const now = width / full;
    setZoom(Math.max(0.2, Math.min(4, now * factor)));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (typing(event) || event.ctrlKey || event.metaKey) return;
    if (event.key === '+' || event.key === '=') zoomBy(1.25);
    if (event.key === '-') zoomBy(1 / 1.25);
  };
  return (
    <div role="presentation" className="print-view" onKeyDown={onKeyDown}>
      <Toolbar sheets={sheets} options={options} laying={busy} zoom={{ by: zoomBy, fit: () => setZoom(undefined) }} />
      <div className="print-middle">
        <PrintOptions {...printing} />
        <div ref={ref} className="print-desk">
          {laid?.ok === true && layout !== undefined ? (
            <Desk layout={layout.number} sheets={sheets} width={width} />
          ) : (
            <Text role="alert" c={laid?.ok === false ? 'var(--mantine-color-error)' : 'dimmed'} p="md">
              {laid?.ok === false ? sentenceFor(laid.error) : t('print.laying')}
            </Text>
          )}
        </div>
      </div>
    </div>
  );
};

const PRINTED = ['unit', 'activity', 'movement'] as const;

/** The Print screen: options on the left, the very sheets that will be printed on the right. */
export const PrintView = () => {
  const t = useWords();
  const plan = usePlan((state) => state.plan);
  const empty = useMemo(() => PRINTED.every((kind) => live(plan, kind).length === 0), [plan]);
  if (!empty) return <PrintDesk />;
  return (
    <EmptyView
      text={t('print.empty')}
      actions={[
        { label: t('print.showTimeline'), act: () => showView('timeline') },
        { label: t('print.showLogistics'), act: () => showView('logistics') },
      ]}
    />
  );
};
