import { Button, Checkbox, Group, MultiSelect, Stack, Text, Title } from '@mantine/core';
import { startTransition, useEffect, useMemo, useState } from 'react';
import type { ExportedBundle, Partner } from '#shared/contract/exchange.ts';
import { titleIn } from '#shared/plan/dependency/ends.ts';
import { type Selection, selecting } from '#shared/plan/release/select.ts';
import { type PlanState, recordOf } from '#shared/plan/state.ts';
import { ask } from '../../platform/bridge.ts';
import { useActor } from '../../state/actor.ts';
import { retrySaves } from '../../state/persistence.ts';
import { usePlan } from '../../state/plan.ts';
import { Dropped, inSlices } from '../../state/slices.ts';
import { NumberField } from '../../ui/fields/NumberField.tsx';
import { Marking } from '../../ui/Marking.tsx';
import { tellFailure } from '../../ui/perform.ts';
import { useWords, wordFor } from '../../ui/words.ts';
import { type CarriedFile, CarryFields } from './CarryFields.tsx';
import { CosignFields, type Cosigner } from './CosignFields.tsx';
import { usePartnerList } from './partners.ts';
import { ProfilesDialog } from './ProfilesDialog.tsx';
import { ReleaseDialog } from './ReleaseDialog.tsx';
import { SentList } from './SentList.tsx';
import { beginTask, endTask } from '../../state/task.ts';

/** What is held back and why, drawn once somebody opens it: it may be long, and is made anew with every choice. */
const HeldBack = ({ held }: Pick<Selection, 'held'>) => {
  const t = useWords();
  const plan = usePlan((state) => state.plan);
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('exchange.held', { count: held.length })}</summary>
      {open && (
        <ul className="exchange-held">
          {held.slice(0, 200).map(({ kind, id, reason }) => {
            const record = recordOf(plan, kind, id);
            return (
              <li key={id}>
                {t('exchange.heldBecause', {
                  title: record === undefined ? id : titleIn(plan, record),
                  reason: wordFor(`exchange.reason.${reason}`),
                })}
              </li>
            );
          })}
        </ul>
      )}
    </details>
  );
};

/** What would leave: exactly what the main process will seal, chosen by the same rule. */
const Leaving = ({ selection }: { readonly selection: Selection }) => {
  const t = useWords();
  return (
    <>
      <Group gap="xs">
        <Text fw={600}>{t('exchange.leaves')}</Text>
        <Marking label={selection.label} />
      </Group>
      <Text>
        {selection.sections
          .map(({ kind, records }) => `${wordFor(`app.kinds.${kind}`, { count: records.length })}`)
          .join(' · ') || t('exchange.leavesNothing')}
      </Text>
    </>
  );
};

/** The summary of what would leave, read out once it is known; null while it is being chosen. */
const Preview = ({ selection }: { readonly selection: Selection | null }) => {
  const t = useWords();
  return (
    <Stack gap={4}>
      <Stack gap={4} role="status">
        {selection === null ? <Text c="dimmed">{t('review.stage.choosing')}</Text> : <Leaving selection={selection} />}
      </Stack>
      {selection !== null && selection.held.length > 0 && <HeldBack held={selection.held} />}
      {selection !== null && selection.withheld.length > 0 && (
        <Text c="dimmed">{t('release.withheld', { count: selection.withheld.length })}</Text>
      )}
      {selection !== null && selection.replaced.length > 0 && (
        <Text c="dimmed">{t('release.placeholders', { count: selection.replaced.length })}</Text>
      )}
    </Stack>
  );
};

const Exported = ({ bundle }: { readonly bundle: ExportedBundle }) => {
  const t = useWords();
  return (
    <Stack gap={2} role="status" className="exchange-done">
      <Text fw={600}>
        {bundle.requested
          ? t('cosign.requested', { file: bundle.file, count: bundle.records, revision: bundle.revision })
          : t('exchange.exported', { file: bundle.file, count: bundle.records, revision: bundle.revision })}
      </Text>
      <Text>{t('exchange.checkCode')}</Text>
      <Text className="exchange-digits">{bundle.checkCode}</Text>
    </Stack>
  );
};

interface Chosen {
  readonly plan: PlanState;
  readonly codes: readonly string[];
  readonly selection: Selection;
}

/** What would leave for these nations, chosen in slices; null until that is known: what is shown is what leaves. */
const useSelection = (codes: readonly string[], ready: boolean): Selection | null => {
  const plan = usePlan((state) => state.plan);
  const { nation, author } = useActor();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  useEffect(() => {
    if (nation === null || !ready) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    inSlices(selecting(plan, { originator: nation, authors: [author], audienceCodes: codes }), { signal })
      .then((selection) => {
        if (!signal.aborted) startTransition(() => setChosen({ plan, codes, selection }));
      })
      .catch((error: unknown) => {
        if (!(error instanceof Dropped)) throw error;
      });
    return () => controller.abort();
  }, [plan, nation, author, codes, ready]);
  return chosen?.plan === plan && chosen.codes === codes ? chosen.selection : null;
};

interface Order {
  readonly to: readonly string[];
  readonly encrypt: boolean;
  readonly days: number;
  readonly cosigners: readonly Cosigner[];
  readonly carry: readonly CarriedFile[];
}

/** Exports the open exercise; what came of it, and whether it still runs. */
const useExport = () => {
  const status = usePlan((state) => state.status);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<ExportedBundle | null>(null);
  const run = async ({ to, encrypt, days, cosigners, carry }: Order): Promise<void> => {
    if (status.phase !== 'open') return;
    setBusy(true);
    setDone(null);
    beginTask();
    // Main seals what the vault has: what was typed a moment ago has to be there first.
    await retrySaves();
    const exported = await ask('exchange.export', {
      exerciseId: status.id,
      to: [...to],
      encrypt,
      expiresInDays: days,
      cosigners: [...cosigners],
      carry: carry.map(({ token }) => token),
    });
    endTask();
    setBusy(false);
    if (exported.ok) setDone(exported.value);
    else tellFailure(exported.error);
  };
  return { busy, done, run };
};

const choiceOf = ({ kid, nation, name, state }: Partner): { value: string; label: string } => ({
  value: kid,
  label: state === 'unverified' ? `${nation} ${name} (${wordFor('exchange.state.unverified')})` : `${nation} ${name}`,
});

interface OrderProps {
  readonly order: Order;
  readonly setOrder: (order: Order) => void;
  /** Whether all around it stands: the partners to choose from are drawn then, before somebody opens the list. */
  readonly ready: boolean;
}

const OrderFields = ({ order, setOrder, ready }: OrderProps) => {
  const t = useWords();
  const partners = usePartnerList();
  return (
    <>
      <MultiSelect
        comboboxProps={{ keepMounted: ready }}
        label={t('exchange.to')}
        searchable
        nothingFoundMessage={t('ui.nothingFound')}
        data={partners.filter(({ state }) => state !== 'revoked' && state !== 'superseded').map(choiceOf)}
        value={[...order.to]}
        onChange={(to) => setOrder({ ...order, to, encrypt: order.encrypt && to.length > 0 })}
        placeholder={order.to.length === 0 ? t('exchange.toNobody') : ''}
      />
      <Checkbox
        label={t('exchange.encrypt')}
        checked={order.encrypt}
        disabled={order.to.length === 0}
        onChange={(event) => setOrder({ ...order, encrypt: event.currentTarget.checked })}
      />
      <NumberField
        label={t('exchange.expires')}
        unit={t('exchange.days')}
        value={order.days}
        min={1}
        max={730}
        whole
        required
        onCommit={(days) => setOrder({ ...order, days: days ?? 90 })}
      />
      <CosignFields value={order.cosigners} onChange={(cosigners) => setOrder({ ...order, cosigners })} />
      <CarryFields value={order.carry} onChange={(carry) => setOrder({ ...order, carry })} />
    </>
  );
};

interface LinksProps {
  readonly selection: Selection | null;
  readonly codes: readonly string[];
}

/**
 * From the summary to the exact release and to the profiles that shape it. They stand while what leaves is chosen anew:
 * each change of a profile has that done, and its dialog stays open meanwhile.
 */
const ReleaseLinks = ({ selection, codes }: LinksProps) => {
  const t = useWords();
  const [open, setOpen] = useState<'release' | 'profiles' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <Group gap="xs">
      <Button variant="default" onClick={() => setOpen('release')}>
        {t('release.look')}
      </Button>
      <Button variant="default" onClick={() => setOpen('profiles')}>
        {t('release.profiles')}
      </Button>
      {open === 'release' && selection !== null && (
        <ReleaseDialog selection={selection} to={codes.join(', ') || t('release.whoever')} onClose={close} />
      )}
      {open === 'profiles' && <ProfilesDialog onClose={close} />}
    </Group>
  );
};

/** Seals what may go to chosen partners into a bundle. @param ready false while the window still draws what is around it. */
export const ExportPanel = ({ ready }: { readonly ready: boolean }) => {
  const t = useWords();
  const partners = usePartnerList();
  const [order, setOrder] = useState<Order>({ to: [], encrypt: false, days: 90, cosigners: [], carry: [] });
  const { busy, done, run } = useExport();
  const chosen = partners.filter(({ kid }) => order.to.includes(kid)).map(({ nation }) => nation);
  const names = chosen.join(' ');
  // The same nations, the same list: what leaves is not chosen anew because the partners were read once more.
  const codes = useMemo(() => names.split(' ').filter(Boolean), [names]);
  const identified = useActor(({ nation }) => nation !== null);
  const selection = useSelection(codes, ready);
  return (
    <section className="exchange-panel" aria-label={t('exchange.export')}>
      <Title order={3} size="h5">
        {t('exchange.export')}
      </Title>
      {!identified ? (
        <Text c="dimmed">{t('exchange.exportNeedsIdentity')}</Text>
      ) : (
        <Stack gap="xs">
          <OrderFields order={order} setOrder={setOrder} ready={ready} />
          <Preview selection={selection} />
          <ReleaseLinks selection={selection} codes={codes} />
          <Group>
            <Button
              loading={busy}
              disabled={(selection?.sections.length ?? 0) + order.carry.length === 0}
              onClick={() => void run(order)}
            >
              {t('exchange.exportButton')}
            </Button>
          </Group>
          {done !== null && <Exported bundle={done} />}
          {ready && <SentList token={done} />}
        </Stack>
      )}
    </section>
  );
};
