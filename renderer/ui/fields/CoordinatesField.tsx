import { Text } from '@mantine/core';
import { type Coordinates, formatLatLon, formatMgrs, parseCoordinates } from '#shared/plan/location/coordinates.ts';
import { sentenceFor } from '../words.ts';
import { TextField } from './TextField.tsx';

interface CoordinatesFieldProps {
  readonly label: string;
  readonly value: Coordinates | undefined;
  /** Undefined when the field was emptied. */
  readonly onCommit: (value: Coordinates | undefined) => void;
}

const check = (text: string): string | undefined => {
  const parsed = text === '' ? undefined : parseCoordinates(text);
  return parsed === undefined || parsed.ok ? undefined : sentenceFor(parsed.error);
};

/** A place as planners write it, degrees or MGRS; the other reading stands below. */
export const CoordinatesField = ({ label, value, onCommit }: CoordinatesFieldProps) => {
  const take = (text: string | undefined): void => {
    const parsed = text === undefined ? undefined : parseCoordinates(text);
    if (parsed === undefined) onCommit(undefined);
    else if (parsed.ok) onCommit(parsed.value);
  };
  return (
    <>
      <TextField
        label={label}
        value={value === undefined ? undefined : formatLatLon(value)}
        placeholder="60.29, 5.22 · 32V KN 9014 0123"
        max={60}
        check={check}
        onCommit={take}
      />
      {value !== undefined && <Text c="dimmed">{formatMgrs(value)}</Text>}
    </>
  );
};
