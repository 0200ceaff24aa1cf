import { ActionIcon, Group, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { changeLink, readLag, removeLink } from '#shared/plan/dependency/commands.ts';
import { type LinkEnd, endOf } from '#shared/plan/dependency/ends.ts';
import { DEPENDENCY_TYPES, type Dependency } from '#shared/plan/dependency/schema.ts';
import { titleOf } from '#shared/plan/title.ts';
import { usePlan } from '../../state/plan.ts';
import { revealRecord } from '../../state/view.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { DurationField } from '../fields/DurationField.tsx';
import { perform, performWithUndo } from '../perform.ts';
import { useWords } from '../words.ts';
import { LinkStanding } from './LinkStanding.tsx';
import './links.css';

const TYPES = DEPENDENCY_TYPES.map((value) => ({ value, label: value }));

const Terms = ({ link, other }: { readonly link: Dependency; readonly other: LinkEnd }) => {
  const t = useWords();
  const change = (terms: Parameters<typeof changeLink>[2]): void => {
    perform((context) => changeLink(context, link.id, terms));
  };
  return (
    <Group gap="xs" wrap="nowrap" align="end">
      <ChoiceField
        label={t('activity.dependencyType')}
        value={link.type}
        choices={TYPES}
        required
        onCommit={(type) => type !== undefined && change({ type })}
      />
      <DurationField
        label={t('activity.lag')}
        value={link.lagMinutes}
        read={readLag}
        onCommit={(lagMinutes) => change({ lagMinutes })}
      />
      <ActionIcon
        variant="subtle"
        aria-label={t('activity.removeDependency', { what: titleOf(other) })}
        onClick={() => performWithUndo((context) => removeLink(context, link.id))}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  );
};

/** A link as one of its ends sees it: the other end, which leads there, and the terms. Nothing where that is not in the plan. */
export const LinkRow = ({ link, otherId }: { readonly link: Dependency; readonly otherId: string }) => {
  const before = usePlan(({ plan }) => endOf(plan, link.from));
  const after = usePlan(({ plan }) => endOf(plan, link.to));
  const other = otherId === link.from ? before : after;
  if (before === undefined || after === undefined || other === undefined) return null;
  return (
    <div className="link-row">
      {/* The timeline shows both ends, whichever kinds they are of. */}
      <Text component="button" className="link-row-end" onClick={() => revealRecord(other.kind, other.id, 'timeline')}>
        {titleOf(other)}
      </Text>
      <LinkStanding link={link} before={before} after={after} of={other === before ? 'before' : 'after'} />
      <Terms link={link} other={other} />
    </div>
  );
};
