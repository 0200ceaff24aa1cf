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
  /** A boundary forgets its fault when it comes to guard something else. */
  readonly name: string;
  readonly children: ReactNode;
}

/** Keeps a fault of one view from taking the window with it; the plan itself is not touched by drawing. */
export class ViewBoundary extends Component<BoundaryProps, { readonly failed: string | null }> {
  override state = { failed: null };

  static getDerivedStateFromError(): { failed: string } {
    return { failed: '' };
  }

  override componentDidUpdate(before: BoundaryProps): void {
    if (before.name !== this.props.name) this.setState({ failed: null });
  }

  override render(): ReactNode {
    return this.state.failed === null ? this.props.children : <Fault onRetry={() => this.setState({ failed: null })} />;
  }
}
