import { useMemo } from 'react';
import { listZones, localLabel, type Zone } from '#shared/time/zone.ts';
import type { Choice } from './fields/ChoiceField.tsx';

/** Every zone to choose from, with its offset at an instant: `Europe/Tallinn (Tallinn +03:00)`. */
export const useZoneChoices = (at: number): readonly Choice<Zone>[] =>
  useMemo(() => listZones().map((zone) => ({ value: zone, label: `${zone} (${localLabel(zone, at)})` })), [at]);
