import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { ask } from '../../platform/bridge.ts';
import { tellFailure } from '../../ui/perform.ts';
import { useWords } from '../../ui/words.ts';

/** A file with somebody else's bundle; its path stays in main. */
export interface CarriedFile {
  readonly token: string;
  readonly name: string;
}

interface CarryFieldsProps {
  readonly value: readonly CarriedFile[];
  readonly onChange: (value: readonly CarriedFile[]) => void;
}

/** Bundles of others that go along, whole: for partners whom their makers do not reach themselves. */
export const CarryFields = ({ value, onChange }: CarryFieldsProps) => {
  const t = useWords();
  const choose = async (): Promise<void> => {
    const chosen = await ask('exchange.chooseCarried', undefined);
    if (!chosen.ok) return tellFailure(chosen.error);
    if (chosen.value !== null) onChange([...value, chosen.value]);
  };
  return (
    <Stack gap={4}>
      <Group>
        <Button variant="default" disabled={value.length >= 20} onClick={() => void choose()}>
          {t('relay.add')}
        </Button>
      </Group>
      <Text c="dimmed" size="xs">
        {t('relay.hint')}
      </Text>
      {value.length > 0 && (
        <ul className="exchange-partners" aria-label={t('relay.chosen')}>
          {value.map((file) => (
            <li key={file.token}>
              <Group gap="xs">
                <Text>{file.name}</Text>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('relay.remove', { file: file.name })}
                  onClick={() => onChange(value.filter(({ token }) => token !== file.token))}
                >
                  <IconX size={14} />
                </ActionIcon>
              </Group>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
};
