import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { createRecord } from '#shared/plan/commands.ts';
import { sidcFor, UNIT_SYMBOL_KEYS, type UnitSymbolKey } from '#shared/reference/symbols.ts';
import { useRecord, useRecords } from '../../state/records.ts';
import { openInspector, select } from '../../state/view.ts';
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx';
import { useRecordChoices } from '../../ui/fields/recordChoices.ts';
import { perform } from '../../ui/perform.ts';
import { UnitSymbol } from '../../ui/symbol/UnitSymbol.tsx';
import { useWords, wordFor } from '../../ui/words.ts';
import { ECHELONS } from './echelons.ts';

interface AddUnitProps {
  /** The unit under which the new one goes; at the top of a participant without one. */
  readonly superior: string | undefined;
  readonly onClose: () => void;
}

/** Name, symbol and echelon; everything else follows in the inspector. */
export const AddUnit = ({ superior, onClose }: AddUnitProps) => {
  const t = useWords();
  const parent = useRecord('unit', superior);
  const participants = useRecordChoices('participant');
  const siblings = useRecords('unit');
  const [participant, setParticipant] = useState(parent?.participant ?? participants[0]?.value);
  const [name, setName] = useState('');
  const [symbol, setSymbol] = useState<UnitSymbolKey>('infantry');
  const [echelon, setEchelon] = useState<(typeof ECHELONS)[number]>('15');
  const owner = parent?.participant ?? participant;
  const add = (): void => {
    if (owner === undefined || name.trim() === '') return;
    const position = Math.max(
      0,
      ...siblings.filter((unit) => unit.parent === parent?.id).map((unit) => unit.position + 1),
    );
    const made = perform((context) =>
      createRecord(context, 'unit', {
        name: name.trim(),
        participant: owner,
        ...(parent === undefined ? {} : { parent: parent.id }),
        position,
        sidc: sidcFor(symbol, echelon),
      }),
    );
    const id = made.ok ? made.value.ops[0]?.id : undefined;
    if (id === undefined) return;
    select('unit', [id]);
    openInspector();
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={parent === undefined ? t('forces.addUnit') : t('forces.addUnder', { name: parent.name })}
      closeButtonProps={{ 'aria-label': t('forces.cancel') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Stack gap="xs">
          {parent === undefined && (
            <ChoiceField
              label={t('forces.participant')}
              value={participant}
              choices={participants}
              required
              onCommit={setParticipant}
            />
          )}
          <TextInput
            label={t('forces.name')}
            value={name}
            maxLength={160}
            required
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Group align="end" wrap="nowrap">
            <UnitSymbol sidc={sidcFor(symbol, echelon)} height={40} />
            <ChoiceField
              label={t('forces.symbol')}
              value={symbol}
              required
              choices={UNIT_SYMBOL_KEYS.map((value) => ({ value, label: wordFor(`forces.symbols.${value}`) }))}
              onCommit={(value) => value !== undefined && setSymbol(value)}
            />
            <ChoiceField
              label={t('forces.echelon')}
              value={echelon}
              required
              choices={ECHELONS.map((value) => ({ value, label: wordFor(`forces.echelons.${value}`) }))}
              onCommit={(value) => value !== undefined && setEchelon(value)}
            />
          </Group>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('forces.cancel')}
            </Button>
            <Button type="submit" disabled={name.trim() === '' || owner === undefined}>
              {t('forces.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
