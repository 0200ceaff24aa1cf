import { Select, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { anchorPreviewer } from '#shared/plan/anchor/preview.ts';
import { live } from '#shared/plan/state.ts';
import { timeResolver } from '#shared/plan/times.ts';
import type { When } from '#shared/time/when.ts';
import { usePlan } from '../../../state/plan.ts';
import { useTimeContext } from '../../../state/time.ts';
import { TimeField } from '../../../ui/time/TimeField.tsx';
import { useWords } from '../../../ui/words.ts';
import { moveAnchor, previewLines } from '../anchors.ts';
import { closeDialog, useDialogs } from '../dialogs.ts';
import { DialogFrame } from './DialogFrame.tsx';

/** Moves an anchor by keyboard; what will move with it stands under the time as soon as one is typed. */
export const AnchorDialog = () => {
  const t = useWords();
  const plan = usePlan((state) => state.plan);
  const context = useTimeContext();
  const resolve = useMemo(() => timeResolver(plan), [plan]);
  const anchors = useMemo(() => live(plan, 'anchor').filter(({ at }) => resolve(at) !== undefined), [plan, resolve]);
  const asked = useDialogs((state) => state.anchorId);
  const [id, setId] = useState(asked ?? anchors[0]?.id);
  const [at, setAt] = useState<When | undefined>();
  const anchor = anchors.find((each) => each.id === id);
  const previewer = useMemo(() => anchorPreviewer(plan, id ?? ''), [plan, id]);
  const to = resolve(at);
  const preview = to === undefined ? undefined : previewer(to);
  const apply = (): void => {
    if (anchor === undefined || at === undefined) return;
    if (moveAnchor(anchor.id, at).ok) closeDialog();
  };
  return (
    <DialogFrame
      title={t('editing.anchorDialog.title')}
      apply={t('editing.anchorDialog.apply')}
      disabled={preview === undefined}
      onApply={apply}
    >
      {anchor === undefined ? (
        <Text>{t('editing.anchorDialog.nothing')}</Text>
      ) : (
        <>
          <Select
            label={t('editing.anchorDialog.anchor')}
            data-autofocus
            allowDeselect={false}
            data={anchors.map((each) => ({ value: each.id, label: each.code }))}
            value={anchor.id}
            onChange={(value) => {
              setId(value ?? anchor.id);
              setAt(undefined);
            }}
          />
          <TimeField
            key={anchor.id}
            label={t('editing.anchorDialog.at')}
            value={at ?? anchor.at}
            context={context}
            required
            onChange={setAt}
          />
          <div aria-live="polite">
            {preview !== undefined &&
              previewLines(anchor.code, preview).map((line) => (
                <Text key={line} size="sm">
                  {line}
                </Text>
              ))}
          </div>
        </>
      )}
    </DialogFrame>
  );
};
