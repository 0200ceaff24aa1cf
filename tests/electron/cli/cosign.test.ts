/** Releases that more than one person signs, and receipts for what arrived. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { openVault } from '#electron/vault/inProcess.ts';
import { change, stepOf } from '#tests/support/plans.ts';
import { done, introduce, newDesk, type Planner, reasonOf } from './desk.ts';

const desk = newDesk();
const [norway, officer, poland, sweden] = ['NOR', 'OFF', 'POL', 'SWE'].map((name) => desk.planner(name)) as [
  Planner,
  Planner,
  Planner,
  Planner,
];
let exercise = '';

const know = async (planner: Planner, card: string, ...scope: readonly string[]): Promise<void> => {
  const added = (await planner.ask('partner', 'add', desk.file(card), '--verified')) as unknown as { kid: string }[];
  if (scope.length > 0) done(await planner.run('partner', 'scope', added[0]?.kid ?? '', '--for', ...scope));
};

beforeAll(async () => {
  await introduce(desk, ['NOR', 'POL', 'SWE']);
  // A second person of Norway's with keys of their own.
  done(await officer.run('identity', 'create', '--nation', 'NOR', '--name', 'Release officer'));
  done(await officer.run('identity', 'export', desk.file('OFF.entente-card')));
  for (const planner of [norway, poland]) await know(planner, 'OFF.entente-card', 'release');
  for (const nation of ['NOR', 'POL', 'SWE']) await know(officer, `${nation}.entente-card`);
  exercise = done(await norway.run('exercise', 'create', '--sample')).trim();
});
afterAll(desk.clear);

const file = (name: string): string => desk.file(name);
const exportTo = (name: string, ...more: readonly string[]) =>
  norway.run('export', '--exercise', exercise, '--to', 'POL', '--out', file(name), ...more);

test('until all have signed it is no bundle; signed, it is one with both signatures', async () => {
  const officerKey = String((await officer.ask('identity', 'show'))['kid']);
  done(await exportTo('request.entente', '--countersign', `${officerKey}:release-officer`));
  expect(reasonOf(await poland.run('import', file('request.entente'), '--accept', 'own'))).toBe('SIGNATURES_MISSING');
  const shown = await officer.ask('sign', file('request.entente'));
  expect(shown).toMatchObject({ role: 'release-officer', missing: [officerKey] });
  const preview = (await norway.ask('release', 'preview', '--exercise', exercise, '--to', 'POL'))['sections'] as {
    records: unknown[];
  }[];
  expect(shown['content']).toEqual(preview.flatMap(({ records }) => records));
  expect(done(await officer.run('sign', file('request.entente'), '--out', file('signed.entente')))).toContain(
    'signed by all',
  );
  const bundle = await poland.ask('verify', file('signed.entente'));
  expect((bundle['manifest'] as { signers: unknown[] }).signers).toHaveLength(2);
  expect(bundle['checkCode']).toBe(shown['checkCode']);
  done(await poland.run('import', file('signed.entente'), '--accept', 'own'));
  expect(await norway.ask('verify', file('signed.entente'))).toMatchObject({ standing: 'same' });
});

test('nobody approves their own release, and nobody signs what does not ask them', async () => {
  expect(reasonOf(await norway.run('sign', file('request.entente'), '--out', file('own.entente')))).toBe(
    'SELF_APPROVAL',
  );
  expect(reasonOf(await sweden.run('sign', file('request.entente'), '--out', file('other.entente')))).toBe(
    'REQUEST_NOT_FOR_US',
  );
  expect(reasonOf(await officer.run('sign', file('signed.entente'), '--out', file('again.entente')))).toBe(
    'REQUEST_SIGNED',
  );
  const bytes = readFileSync(file('request.entente'));
  bytes[bytes.length - 700] = (bytes[bytes.length - 700] ?? 0) ^ 1;
  writeFileSync(file('bad.entente'), bytes);
  expect((await officer.run('sign', file('bad.entente'), '--out', file('no.entente'))).exit).toBe(1);
});

test('a key signs as release officer only where it was given that', async () => {
  done(await poland.run('partner', 'scope', String((await officer.ask('identity', 'show'))['kid']), '--for', 'plans'));
  expect(reasonOf(await poland.run('verify', file('signed.entente')))).toBe('SIGNER_SCOPE');
  done(
    await poland.run('partner', 'scope', String((await officer.ask('identity', 'show'))['kid']), '--for', 'release'),
  );
  done(await poland.run('verify', file('signed.entente')));
});

test('an encrypted request opens for those who are to sign, the bundle for its audience', async () => {
  const officerKey = String((await officer.ask('identity', 'show'))['kid']);
  done(await exportTo('secret-request.entente', '--encrypt', '--countersign', `${officerKey}:release-officer`));
  expect(reasonOf(await poland.run('verify', file('secret-request.entente')))).toBe('NOT_DECRYPTABLE');
  done(await officer.run('sign', file('secret-request.entente'), '--out', file('secret.entente')));
  expect(await poland.ask('verify', file('secret.entente'))).toMatchObject({ encrypted: true });
  expect(reasonOf(await officer.run('verify', file('secret.entente')))).toBe('NOT_DECRYPTABLE');
});

test('two countersigners sign one after the other, in whatever order, to the same bytes', async () => {
  const kids = await Promise.all(
    [officer, sweden].map(async (planner) => String((await planner.ask('identity', 'show'))['kid'])),
  );
  await know(sweden, 'OFF.entente-card', 'countersign');
  await know(officer, 'SWE.entente-card', 'countersign');
  done(await exportTo('two.entente', ...kids.flatMap((kid) => ['--countersign', kid])));
  done(await officer.run('sign', file('two.entente'), '--out', file('two-a.entente')));
  expect(reasonOf(await poland.run('verify', file('two-a.entente')))).toBe('SIGNATURES_MISSING');
  done(await sweden.run('sign', file('two-a.entente'), '--out', file('two-ab.entente')));
  done(await sweden.run('sign', file('two.entente'), '--out', file('two-b.entente')));
  done(await officer.run('sign', file('two-b.entente'), '--out', file('two-ba.entente')));
  expect(readFileSync(file('two-ab.entente'))).toEqual(readFileSync(file('two-ba.entente')));
});

test('declined, it is in the log and nothing is written', async () => {
  expect(done(await sweden.run('sign', file('two.entente'), '--decline'))).toBe('declined\n');
  const [entry] = (await sweden.ask('audit', 'show', '--limit', '1')) as unknown as { code: string; data: object }[];
  expect(entry).toMatchObject({ code: 'RELEASE_DECLINED', data: { nation: 'NOR', role: 'countersigner' } });
});

/** Switches two-person release on, as the exercise's settings do it. */
const requireTwo = async ({ folder }: Planner): Promise<void> => {
  const vault = openVault(folder);
  if (!vault.ok) throw new Error(vault.error.code);
  const op = change('exercise', exercise, { twoPersonRelease: null }, { twoPersonRelease: true });
  const done = await vault.value.append(stepOf([op], { exerciseId: exercise }));
  expect(done.ok).toBe(true);
  await vault.value.close();
};

test('where two persons release, nothing leaves without the officer, and nothing comes in without one', async () => {
  const officerKey = String((await officer.ask('identity', 'show'))['kid']);
  done(await exportTo('alone.entente'));
  await requireTwo(norway);
  expect(reasonOf(await exportTo('alone-again.entente'))).toBe('RELEASE_OFFICER_REQUIRED');
  expect(reasonOf(await exportTo('alone-again.entente', '--countersign', officerKey))).toBe('RELEASE_OFFICER_REQUIRED');
  expect(reasonOf(await exportTo('foreign.entente', '--countersign', 'SWE:release-officer'))).toBe(
    'RELEASE_OFFICER_REQUIRED',
  );
  await requireTwo(poland);
  expect(reasonOf(await poland.run('verify', file('alone.entente')))).toBe('RELEASE_OFFICER_MISSING');
  done(await exportTo('both-request.entente', '--countersign', `${officerKey}:release-officer`));
  done(await officer.run('sign', file('both-request.entente'), '--out', file('both.entente')));
  done(await poland.run('verify', file('both.entente')));
});

test('a receipt reaches who sent the bundle, once, and is refused where nothing was sent or taken', async () => {
  done(await poland.run('receipt', file('signed.entente'), '--out', file('pol.entente-receipt')));
  expect(done(await norway.run('import', file('pol.entente-receipt')))).toContain('POL Planner POL took in revision 1');
  done(await norway.run('import', file('pol.entente-receipt')));
  const sent = (await norway.ask('sent', '--exercise', exercise)) as unknown as {
    revision: number;
    receipts: unknown[];
  }[];
  expect(sent.find(({ revision }) => revision === 1)?.receipts).toMatchObject([{ from: 'POL Planner POL' }]);
  expect(reasonOf(await sweden.run('import', file('pol.entente-receipt')))).toBe('RECEIPT_UNMATCHED');
  expect(reasonOf(await poland.run('receipt', file('secret.entente'), '--out', file('no.entente-receipt')))).toBe(
    'RECEIPT_NOT_TAKEN',
  );
  const bytes = readFileSync(file('pol.entente-receipt'));
  bytes[60] = (bytes[60] ?? 0) ^ 1;
  writeFileSync(file('bad.entente-receipt'), bytes);
  expect((await norway.run('import', file('bad.entente-receipt'))).exit).toBe(1);
});

test('nobody who signs last encrypts to a key that they know to be taken back', async () => {
  const officerKey = String((await officer.ask('identity', 'show'))['kid']);
  done(await exportTo('late-request.entente', '--encrypt', '--countersign', `${officerKey}:release-officer`));
  done(await officer.run('sign', file('late-request.entente'), '--out', file('in-time.entente')));
  done(await officer.run('partner', 'revoke', 'POL'));
  expect(reasonOf(await officer.run('sign', file('late-request.entente'), '--out', file('late.entente')))).toBe(
    'PARTNER_REVOKED',
  );
  expect(existsSync(file('late.entente'))).toBe(false);
});
