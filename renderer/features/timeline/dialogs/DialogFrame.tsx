import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../../ui/words.ts';
import { closeDialog } from '../dialogs.ts';

interface DialogFrameProps {
  readonly title: string;
  readonly apply: string;
  readonly disabled?: boolean;
  readonly onApply: () => void;
  readonly children: ReactNode;
}

/** A small dialog with one thing to do: Enter does it, Escape leaves. */
export const DialogFrame = ({ title, apply, disabled = false, onApply, children }: DialogFrameProps) => {
  const t = useWords();
  return (
    <Modal opened onClose={closeDialog} title={title} size={420} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!disabled) onApply();
        }}
      >
        <Stack gap="sm">
          {children}
          <Group justify="end">
            <Button variant="default" onClick={closeDialog}>
              {t('editing.cancel')}
            </Button>
            <Button type="submit" disabled={disabled}>
              {apply}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
