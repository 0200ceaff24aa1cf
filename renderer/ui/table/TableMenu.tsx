import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconTableExport } from '@tabler/icons-react';
import { tellDone } from '../perform.ts';
import { useWords } from '../words.ts';
import { type TableContent, type TableFormat, saveTable } from './saveTable.ts';
import { sheetTsv } from './tsv.ts';

/** The window has no permission to write to the clipboard by itself; a copy that a person asked for needs none. */
const putOnClipboard = (text: string): void => {
  const write = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', write, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', write, true);
};

interface TableMenuProps {
  /** The table as it shows now; asked for only when something is chosen. */
  readonly content: () => TableContent;
  /** What the clipboard gets where that is not the table as it is saved. */
  readonly tsv?: () => string;
  /** Brings what the table does not have yet; false where it could not. */
  readonly complete?: () => Promise<boolean>;
}

/** What can be done with a whole table: onto the clipboard, or into a file for a spreadsheet. */
export const TableMenu = ({ content, tsv, complete }: TableMenuProps) => {
  const t = useWords();
  const whole = async (): Promise<boolean> => complete === undefined || complete();
  const save = async (format: TableFormat): Promise<void> => {
    if (await whole()) await saveTable(content(), format);
  };
  const copy = async (): Promise<void> => {
    if (!(await whole())) return;
    const { table } = content();
    putOnClipboard(tsv?.() ?? sheetTsv(table));
    tellDone(t('ui.copied', { count: table.rows.length }));
  };
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Tooltip label={t('ui.tableMenu')}>
          <ActionIcon variant="subtle" size="md" aria-label={t('ui.tableMenu')}>
            <IconTableExport size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void copy()}>{t('ui.tableCopy')}</Menu.Item>
        <Menu.Item onClick={() => void save('csv')}>{t('ui.tableCsv')}</Menu.Item>
        <Menu.Item onClick={() => void save('xlsx')}>{t('ui.tableXlsx')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
