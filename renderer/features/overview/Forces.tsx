import { Text, Tooltip } from '@mantine/core';
import { useCallback } from 'react';
import { type PlanState, live } from '#shared/plan/state.ts';
import { formatDtg } from '#shared/time/dtg.ts';
import { startOfMinute } from '#shared/time/instant.ts';
import { usePlan } from '../../state/plan.ts';
import { showView, type ViewId } from '../../state/view.ts';
import { useWork } from '../../state/useWork.ts';
import { Flag } from '../../ui/Flag.tsx';
import { numberText } from '../../ui/numbers.ts';
import { listContent } from '../../ui/table/listTable.ts';
import type { TableContent } from '../../ui/table/saveTable.ts';
import { TableMenu } from '../../ui/table/TableMenu.tsx';
import { useWords, wordFor } from '../../ui/words.ts';
import { type ForceLine, forcesOf } from './model.ts';
import { Section } from './Section.tsx';

interface FigureProps {
  readonly value: number;
  readonly view: ViewId;
  readonly filter: string;
}

/** A number that leads to what it counts. */
const Figure = ({ value, view, filter }: FigureProps) => {
  if (value === 0) return <span className="overview-nought">–</span>;
  return (
    <button type="button" className="link figure" onClick={() => showView(view, filter)}>
      {numberText(value)}
    </button>
  );
};

const Line = ({ line, most }: { readonly line: ForceLine; readonly most: number }) => {
  const { participant, units, strength, noStrength, noMovement, asOf } = line;
  const { code, name, flag } = participant;
  return (
    <tr>
      <th scope="row">
        <Tooltip label={name}>
          <button type="button" className="link overview-nation" onClick={() => showView('participants', code)}>
            <Flag flag={flag} code={code} />
            {code}
          </button>
        </Tooltip>
      </th>
      <td>
        <Figure value={units} view="forces" filter={code} />
      </td>
      <td className="overview-strength">
        <span className="overview-bar" style={{ width: `${most === 0 ? 0 : (100 * strength) / most}%` }} />
        <Figure value={strength} view="forces" filter={code} />
      </td>
      <td>
        <Figure value={noStrength} view="forces" filter={code} />
      </td>
      <td>
        <Figure value={noMovement} view="logistics" filter={code} />
      </td>
      <td className="overview-asof figure">{asOf === undefined ? '–' : formatDtg(startOfMinute(asOf))}</td>
    </tr>
  );
};

const Totals = ({ lines }: { readonly lines: readonly ForceLine[] }) => {
  const t = useWords();
  const sum = (read: (line: ForceLine) => number): number => {
    let total = 0;
    for (const line of lines) total += read(line);
    return total;
  };
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('overview.total')}</th>
        <td>
          <Figure value={sum(({ units }) => units)} view="forces" filter="" />
        </td>
        <td>
          <Figure value={sum(({ strength }) => strength)} view="forces" filter="" />
        </td>
        <td>
          <Figure value={sum(({ noStrength }) => noStrength)} view="forces" filter="" />
        </td>
        <td>
          <Figure value={sum(({ noMovement }) => noMovement)} view="logistics" filter="" />
        </td>
        <td />
      </tr>
    </tfoot>
  );
};

/** All of them, also those that a glance cannot take in; marked by all whose units are counted. */
const forcesContent = (lines: readonly ForceLine[]): TableContent =>
  listContent(
    wordFor('overview.forces'),
    lines,
    [
      [wordFor('plan.fields.code'), 'text', ({ participant }) => participant.code],
      [wordFor('plan.fields.name'), 'text', ({ participant }) => participant.name],
      [wordFor('overview.units'), 'number', ({ units }) => units],
      [wordFor('overview.strength'), 'number', ({ strength }) => strength],
      [wordFor('overview.noStrength'), 'number', ({ noStrength }) => noStrength],
      [wordFor('overview.noMovement'), 'number', ({ noMovement }) => noMovement],
      [wordFor('overview.asOf'), 'time', ({ asOf }) => asOf],
    ],
    [...lines.map(({ participant }) => participant.id), ...live(usePlan.getState().plan, 'unit').map(({ id }) => id)],
  );

/** More than a glance can take in; the rest is a click away. */
const MOST = 40;

const NO_LINES: readonly ForceLine[] = [];

/** Who brings what, what is missing of it, and how fresh what we know of them is. */
export const Forces = ({ plan }: { readonly plan: PlanState }) => {
  const t = useWords();
  const lines = useWork(
    useCallback(() => forcesOf(plan), [plan]),
    NO_LINES,
  );
  const most = lines[0]?.strength ?? 0;
  return (
    <Section
      title={t('overview.forces')}
      aside={lines.length === 0 ? undefined : <TableMenu content={() => forcesContent(lines)} />}
    >
      {lines.length === 0 ? (
        <>
          <Text c="dimmed">{t('overview.forcesEmpty')}</Text>
          <button type="button" className="link" onClick={() => showView('participants')}>
            {t('overview.addParticipant')}
          </button>
        </>
      ) : (
        <>
          <table className="overview-forces">
            <thead>
              <tr>
                <td />
                <th scope="col">{t('overview.units')}</th>
                <th scope="col">{t('overview.strength')}</th>
                <th scope="col">{t('overview.noStrength')}</th>
                <th scope="col">{t('overview.noMovement')}</th>
                <th scope="col" title={t('overview.asOfHint')}>
                  {t('overview.asOf')}
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.slice(0, MOST).map((line) => (
                <Line key={line.participant.id} line={line} most={most} />
              ))}
            </tbody>
            <Totals lines={lines} />
          </table>
          {lines.length > MOST && (
            <button type="button" className="link" onClick={() => showView('participants')}>
              {t('app.more', { count: lines.length - MOST })}
            </button>
          )}
        </>
      )}
    </Section>
  );
};
