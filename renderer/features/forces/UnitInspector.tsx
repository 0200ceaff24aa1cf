import { Group, Stack, Text } from '@mantine/core';
import { updateRecords } from '#shared/plan/commands.ts';
import { setEchelon } from '#shared/plan/unit/commands.ts';
import type { Unit } from '#shared/plan/unit/schema.ts';
import {
  IDENTITIES,
  ROLES,
  STATUSES,
  type SymbolPart,
  setSymbol,
  setSymbolPart,
  symbolPart,
} from '#shared/plan/unit/symbolCode.ts';
import { symbolKeyOf, UNIT_SYMBOL_KEYS } from '#shared/reference/symbols.ts';
import { useRecordMap } from '../../state/records.ts';
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx';
import { MIXED, sharedValue } from '../../ui/fields/mixed.ts';
import { NumberField } from '../../ui/fields/NumberField.tsx';
import { useRecordChoices } from '../../ui/fields/recordChoices.ts';
import { TextField } from '../../ui/fields/TextField.tsx';
import { UnitCaveats } from '../../ui/caveats/UnitCaveats.tsx';
import { perform } from '../../ui/perform.ts';
import { UnitSymbol } from '../../ui/symbol/UnitSymbol.tsx';
import { useWords, wordFor } from '../../ui/words.ts';
import { ECHELONS } from './echelons.ts';

type Changes = { readonly [K in keyof Unit]?: Unit[K] | undefined };

interface PartProps {
  readonly units: readonly Unit[];
  readonly change: (changes: Changes) => void;
}

/** The digits of the code that are chosen one by one, beside symbol and echelon. */
const PARTS: readonly (readonly [SymbolPart, readonly string[]])[] = [
  ['identity', IDENTITIES],
  ['status', STATUSES],
  ['role', ROLES],
];

const SymbolFields = ({ units, change }: PartProps) => {
  const t = useWords();
  const ids = units.map(({ id }) => id);
  const symbol = sharedValue(units, ({ sidc }) => symbolKeyOf(sidc));
  const echelon = sharedValue(units, ({ sidc }) => ECHELONS.find((code) => code === sidc.slice(8, 10)));
  const [only] = units;
  return (
    <>
      <Group align="end" wrap="nowrap">
        {only !== undefined && units.length === 1 && <UnitSymbol sidc={only.sidc} height={56} />}
        <ChoiceField
          label={t('forces.symbol')}
          value={symbol}
          choices={UNIT_SYMBOL_KEYS.map((value) => ({ value, label: wordFor(`forces.symbols.${value}`) }))}
          required
          onCommit={(key) => key !== undefined && perform((context) => setSymbol(context, ids, key))}
        />
      </Group>
      <ChoiceField
        label={t('forces.echelon')}
        value={echelon}
        choices={ECHELONS.map((value) => ({ value, label: wordFor(`forces.echelons.${value}`) }))}
        required
        onCommit={(code) => code !== undefined && perform((context) => setEchelon(context, ids, code))}
      />
      {PARTS.map(([part, digits]) => (
        <ChoiceField
          key={part}
          label={wordFor(`forces.part.${part}`)}
          value={sharedValue(units, ({ sidc }) => digits.find((digit) => digit === symbolPart(sidc, part)))}
          choices={digits.map((value) => ({ value, label: wordFor(`forces.${part}.${value}`) }))}
          required
          onCommit={(digit) => digit !== undefined && perform((context) => setSymbolPart(context, ids, part, digit))}
        />
      ))}
      <TextField
        label={t('forces.sidc')}
        value={sharedValue(units, ({ sidc }) => sidc)}
        max={30}
        required
        check={(text) => (/^(\d{20}|\d{30})$/.test(text) ? undefined : t('forces.sidcWrong'))}
        onCommit={(sidc) => sidc !== undefined && change({ sidc })}
      />
    </>
  );
};

const ReadinessFields = ({ units, change }: PartProps) => {
  const t = useWords();
  const states = (['ready', 'limited', 'not-ready'] as const).map((value) => ({
    value,
    label: wordFor(`plan.readiness.${value}`),
  }));
  return (
    <>
      <NumberField
        label={t('forces.personnel')}
        value={sharedValue(units, ({ personnel }) => personnel)}
        whole
        max={1_000_000}
        onCommit={(personnel) => change({ personnel })}
      />
      <NumberField
        label={t('forces.vehicles')}
        value={sharedValue(units, ({ vehicles }) => vehicles)}
        whole
        max={1_000_000}
        onCommit={(vehicles) => change({ vehicles })}
      />
      <TextField
        label={t('forces.home')}
        value={sharedValue(units, ({ homeStation }) => homeStation)}
        max={160}
        onCommit={(homeStation) => change({ homeStation })}
      />
      <ChoiceField
        label={t('forces.homeLocation')}
        value={sharedValue(units, ({ homeLocation }) => homeLocation)}
        choices={useRecordChoices('location')}
        onCommit={(homeLocation) => change({ homeLocation })}
      />
      <ChoiceField
        label={t('forces.readiness')}
        value={sharedValue(units, ({ readiness }) => readiness)}
        choices={states}
        onCommit={(readiness) => change({ readiness })}
      />
      <NumberField
        label={t('forces.notice')}
        unit="h"
        value={sharedValue(units, ({ noticeHours }) => noticeHours)}
        whole
        max={8760}
        onCommit={(noticeHours) => change({ noticeHours })}
      />
    </>
  );
};

/** All fields of a unit, or what several have in common. */
export const UnitInspector = ({ ids }: { readonly ids: readonly string[] }) => {
  const t = useWords();
  const map = useRecordMap('unit');
  const units = ids.flatMap((id) => map.get(id) ?? []);
  if (units.length === 0) return null;
  const change = (changes: Changes): void => {
    perform((context) => updateRecords(context, 'unit', ids, changes));
  };
  const [only] = units;
  const name = sharedValue(units, (unit) => unit.name);
  return (
    <Stack gap="xs">
      {name === MIXED && <Text c="dimmed">{t('forces.several', { count: units.length })}</Text>}
      <TextField
        label={t('forces.name')}
        value={name}
        required
        max={160}
        onCommit={(value) => value !== undefined && change({ name: value })}
      />
      <TextField
        label={t('forces.shortName')}
        value={sharedValue(units, ({ shortName }) => shortName)}
        max={60}
        onCommit={(shortName) => change({ shortName })}
      />
      <SymbolFields units={units} change={change} />
      <ReadinessFields units={units} change={change} />
      <TextField
        label={t('forces.remarks')}
        value={sharedValue(units, ({ remarks }) => remarks)}
        multiline
        onCommit={(remarks) => change({ remarks })}
      />
      {only !== undefined && units.length === 1 && (
        <UnitCaveats unit={only} onChange={(caveats) => change({ caveats })} />
      )}
    </Stack>
  );
};
