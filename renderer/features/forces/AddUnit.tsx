import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { createRecord } from '#shared/plan/commands.ts';
import { sidcFor, UNIT_SYMBOL_KEYS, type UnitSymbolKey } from '#shared/reference/symbols.ts';
import { live } from '#shared/plan/state.ts';
import { usePlan } from '../../state/plan.ts';
import { useRecord } from '../../state/records.ts';
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

interface Draft {
  readonly participant: string | undefined;
  readonly name: string;
  readonly symbol: UnitSymbolKey;
  readonly echelon: (typeof ECHELONS)[number];
}

interface FieldsProps {
  readonly draft: Draft;
  readonly setDraft: (draft: Draft) => void;
  readonly chooseParticipant: boolean;
}

const Fields = ({ draft, setDraft, chooseParticipant }: FieldsProps) => {
  const t = useWords();
  const participants = useRecordChoices('participant');
  const symbols = UNIT_SYMBOL_KEYS.map((value) => ({ value, label: wordFor(`forces.symbols.${value}`) }));
  const echelons = ECHELONS.map((value) => ({ value, label: wordFor(`forces.echelons.${value}`) }));
  return (
    <>
      {chooseParticipant && (
        <ChoiceField
          label={t('forces.participant')}
          value={draft.participant ?? participants[0]?.value}
          choices={participants}
          required
          onCommit={(participant) => setDraft({ ...draft, participant })}
        />
      )}
      <TextInput
        label={t('forces.name')}
        value={draft.name}
        maxLength={160}
        required
        data-autofocus
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <Group align="end" wrap="nowrap">
        <UnitSymbol sidc={sidcFor(draft.symbol, draft.echelon)} height={40} />
        <ChoiceField
          label={t('forces.symbol')}
          value={draft.symbol}
          required
          choices={symbols}
          onCommit={(symbol) => symbol !== undefined && setDraft({ ...draft, symbol })}
        />
        <ChoiceField
          label={t('forces.echelon')}
          value={draft.echelon}
          required
          choices={echelons}
          onCommit={(echelon) => echelon !== undefined && setDraft({ ...draft, echelon })}
        />
      </Group>
    </>
  );
};

/** Adds the unit behind its siblings and shows it in the inspector. */
const addUnit = ({ name, symbol, echelon }: Draft, participant: string, parent: string | undefined): boolean => {
  const siblings = live(usePlan.getState().plan, 'unit').filter((unit) => unit.parent === parent);
  const made = perform((context) =>
    createRecord(context, 'unit', {
      name: name.trim(),
      participant,
      ...(parent === undefined ? {} : { parent }),
      position: Math.max(0, ...siblings.map(({ position }) => position + 1)),
      sidc: sidcFor(symbol, echelon),
    }),
  );
  const id = made.ok ? made.value.ops[0]?.id : undefined;
  if (id === undefined) return false;
  select('unit', [id]);
  openInspector();
  return true;
};

/** Name, symbol and echelon; everything else follows in the inspector. */
export const AddUnit = ({ superior, onClose }: AddUnitProps) => {
  const t = useWords();
  const parent = useRecord('unit', superior);
  const participants = useRecordChoices('participant');
  const [draft, setDraft] = useState<Draft>({ participant: undefined, name: '', symbol: 'infantry', echelon: '15' });
  const owner = parent?.participant ?? draft.participant ?? participants[0]?.value;
  const ready = draft.name.trim() !== '' && owner !== undefined;
  const title = parent === undefined ? t('forces.addUnit') : t('forces.addUnder', { name: parent.name });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('forces.cancel') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && addUnit(draft, owner, parent?.id)) onClose();
        }}
      >
        <Stack gap="xs">
          <Fields draft={draft} setDraft={setDraft} chooseParticipant={parent === undefined} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('forces.cancel')}
            </Button>
            <Button type="submit" disabled={!ready}>
              {t('forces.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
