import { Select } from '@mantine/core';
import { wordFor } from '../../../ui/words.ts';

interface PickProps<V extends string> {
  readonly label: string;
  readonly family: string;
  readonly values: readonly V[];
  readonly value: V;
  readonly onPick: (value: V) => void;
}

/** One of a closed list, each with its word under `family`. */
export const Pick = <V extends string>({ label, family, values, value, onPick }: PickProps<V>) => (
  <Select
    label={label}
    allowDeselect={false}
    data={values.map((id) => ({ value: id as string, label: wordFor(`${family}.${id}`) }))}
    value={value}
    onChange={(id) => {
      const picked = values.find((candidate) => candidate === id);
      if (picked !== undefined) onPick(picked);
    }}
  />
);
