import { Component, type ReactNode } from 'react';
import { Button, Stack, Text } from '@mantine/core';
import { useWords } from '../ui/words.ts';

const Fault = ({ onRetry }: { readonly onRetry: () => void }) => {
  const t = useWords();
  return (
    <Stack role="alert" align="center" justify="center" gap="sm" h="100%" p="xl">
      <Text maw={460} ta="center">
        {t('app.viewFailed')}
      </Text>
      <Button variant="default" onClick={onRetry}>
        {t('app.tryAgain')}
      </Button>
    </Stack>
  );
};

interface BoundaryProps {
  readonly children: ReactNode;
}

/** Keeps a fault of one view from taking the window with it; the plan itself is not touched by drawing. A `key` makes it forget. */
export class ViewBoundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Fault onRetry={() => this.setState({ failed: false })} /> : this.props.children;
  }
}
