import { Button, Group, Stack, Text } from '@mantine/core';

interface EmptyAction {
  readonly label: string;
  readonly act: () => void;
}

/** An empty view: one sentence that says what belongs here, and the actions that fill it, the likely one first. */
export const EmptyView = ({ text, actions }: { readonly text: string; readonly actions: readonly EmptyAction[] }) => (
  <Stack align="center" justify="center" gap="sm" p="xl" className="empty-view">
    <Text c="dimmed" maw={460} ta="center">
      {text}
    </Text>
    <Group gap="xs">
      {actions.map(({ label, act }, index) => (
        <Button key={label} variant={index === 0 ? 'filled' : 'default'} onClick={act}>
          {label}
        </Button>
      ))}
    </Group>
  </Stack>
);
