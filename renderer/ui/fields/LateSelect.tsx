import { Select, type SelectProps } from '@mantine/core';
import { useLateOptions } from './useLateOptions.ts';

/** The kit's select, with its options drawn when the focus first comes to it. */
export const LateSelect = (props: Omit<SelectProps, 'comboboxProps' | 'onFocus'>) => (
  <Select {...props} {...useLateOptions()} />
);
