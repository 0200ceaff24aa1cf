import { Menu } from '@mantine/core';
import { Fragment } from 'react';
import { useWords, wordFor } from '../../ui/words.ts';
import { shortcutText } from '../../app/shortcuts.ts';
import { ACT_KEYS, type ActId } from './actKeys.ts';
import { ACTS, type ActScene } from './acts.ts';
import { chosen } from './chosen.ts';
import { removeBars } from './edits.ts';
import { useMenu } from './menu.ts';

/** What the menu offers on bars, and on an empty place, group by group. */
const ON_BARS: readonly (readonly ActId[])[] = [
  ['edit', 'split', 'shift', 'followEarlier', 'followLater'],
  ['rowUp', 'rowDown'],
  ['link', 'unlink'],
  ['cut', 'copy', 'paste', 'pasteShifted'],
];
const ON_GROUND: readonly (readonly ActId[])[] = [
  ['new', 'draw'],
  ['paste', 'pasteShifted'],
  ['anchor', 'find', 'table'],
];

const Items = ({ scene }: { readonly scene: ActScene }) => {
  const t = useWords();
  const records = chosen();
  const groups = records.length === 0 ? ON_GROUND : ON_BARS;
  return (
    <>
      {groups.map((acts, index) => (
        <Fragment key={acts[0]}>
          {index > 0 && <Menu.Divider />}
          {acts.map((act) => (
            <Menu.Item
              key={act}
              rightSection={<kbd className="key">{shortcutText(ACT_KEYS[act][0])}</kbd>}
              onClick={() => act !== 'menu' && ACTS[act](scene)}
            >
              {wordFor(`editing.act.${act}`)}
            </Menu.Item>
          ))}
        </Fragment>
      ))}
      {records.length > 0 && (
        <>
          <Menu.Divider />
          <Menu.Item
            rightSection={<kbd className="key">{shortcutText('Delete')}</kbd>}
            onClick={() => removeBars(records)}
          >
            {t('activity.remove')}
          </Menu.Item>
        </>
      )}
    </>
  );
};

interface TimelineMenuProps {
  readonly scene: ActScene;
  /** The focus goes back to the timeline. */
  readonly onClose: () => void;
}

/** The menu of what is selected, where the pointer or the active bar is: the same acts as the keys. */
export const TimelineMenu = ({ scene, onClose }: TimelineMenuProps) => {
  const t = useWords();
  const place = useMenu((state) => state.place);
  if (place === null) return null;
  const close = (): void => {
    useMenu.setState({ place: null });
    onClose();
  };
  return (
    <Menu
      opened
      onClose={close}
      position="bottom-start"
      returnFocus={false}
      trapFocus
      menuItemTabIndex={0}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      floatingStrategy="fixed"
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className="timeline-menu-place"
          aria-label={t('editing.menu')}
          style={{ left: place.x, top: place.y }}
        />
      </Menu.Target>
      <Menu.Dropdown className="timeline-menu">
        <Items scene={scene} />
      </Menu.Dropdown>
    </Menu>
  );
};
