/** The host lowers the ceiling of its exercise: what a partner sees before, what becomes of its own markings after. */
import { v7 as uuid } from 'uuid';
import type { Label } from '#shared/label/label.ts';
import { DEFAULT_LABELLING, type Labelling } from '#shared/label/policies.ts';
import type { Op } from '#shared/plan/step.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import { change, creation, locationRecord, stepOf } from '#tests/support/plans.ts';
import { done, introduce, newDesk, type Planner, reasonOf } from './desk.ts';

const desk = newDesk();
const [norway, poland] = [desk.planner('NOR'), desk.planner('POL')];
afterAll(desk.clear);

const capped = (classification: string): Labelling => ({
  ...DEFAULT_LABELLING,
  ceiling: { policy: 'NATO', classification },
});
const SECRET: Label = { policy: 'NATO', classification: 'NATO SECRET', releasableTo: ['NOR', 'POL'] };

/** A step as the window would save it. */
const appendTo = async (at: Planner, exerciseId: string, ops: readonly Op[]): Promise<string> => {
  const vault = openVault(at.folder);
  if (!vault.ok) throw new Error(vault.error.code);
  const appended = await vault.value.append(stepOf(ops, { id: uuid(), exerciseId }));
  await vault.value.close();
  return appended.ok ? 'ok' : appended.error.code;
};

test('a lower ceiling is announced by the review, and leaves findings and nothing new above it', async () => {
  await introduce(desk, ['NOR', 'POL']);
  const exercise = done(await norway.run('exercise', 'create', '--sample')).trim();
  const ceiling = (from: string | null, to: string): Op =>
    change(
      'exercise',
      exercise,
      { labelling: from === null ? null : capped(from), stamps: null },
      {
        labelling: capped(to),
        stamps: { labelling: from === null ? '0n0000000.0000.norway' : '0n0000001.0000.norway' },
      },
    );
  expect(await appendTo(norway, exercise, [ceiling(null, 'NATO SECRET')])).toBe('ok');
  const first = desk.file('first.entente');
  done(await norway.run('export', '--exercise', exercise, '--to', 'POL', '--out', first));
  done(await poland.run('import', first, '--accept', 'own'));
  const own = { ...locationRecord(77, 'Depot Drawsko'), owner: 'POL', label: SECRET };
  expect(await appendTo(poland, exercise, [creation(own)])).toBe('ok');

  expect(await appendTo(norway, exercise, [ceiling('NATO SECRET', 'NATO RESTRICTED')])).toBe('ok');
  const second = desk.file('second.entente');
  done(await norway.run('export', '--exercise', exercise, '--to', 'POL', '--out', second));
  const seen = await poland.ask('import', second);
  expect(seen['lowered']).toEqual({ ceiling: 'NATO RESTRICTED', count: 1, what: 'Depot Drawsko' });
  expect(done(await poland.run('import', second))).toMatch(/NATO RESTRICTED.*Depot Drawsko/);
  done(await poland.run('import', second, '--accept', 'own'));

  const findings = (await poland.ask('check', '--exercise', exercise)) as unknown as readonly {
    code: string;
    subjects: readonly { id: string }[];
  }[];
  expect(findings.filter(({ code }) => code === 'LBL-002').map(({ subjects }) => subjects[0]?.id)).toEqual([own.id]);
  const preview = await poland.ask('release', 'preview', '--exercise', exercise, '--to', 'NOR');
  expect(preview['held']).toContainEqual({ kind: 'location', id: own.id, reason: 'ABOVE_CEILING' });

  const label = (...more: readonly string[]) =>
    poland.run('label', '--exercise', exercise, '--record', own.id, '--policy', 'NATO', ...more);
  expect(reasonOf(await label('--classification', 'NATO CONFIDENTIAL'))).toBe('LABEL_ABOVE_CEILING');
  done(await label('--classification', 'NATO RESTRICTED'));
  expect(reasonOf(await label('--classification', 'NATO SECRET'))).toBe('LABEL_ABOVE_CEILING');
  expect((await poland.ask('import', second))['lowered']).toBeUndefined();
});
