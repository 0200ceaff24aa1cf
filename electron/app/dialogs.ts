/** The file dialogs of the window that asked. */
import { BrowserWindow, dialog } from 'electron';

const windowOf = (senderId: number): BrowserWindow | undefined =>
  BrowserWindow.getAllWindows().find(({ webContents }) => webContents.id === senderId);

/** Asks where to save; null when the person thought better of it. */
export const askSave = async (senderId: number, name: string): Promise<string | null> => {
  const window = windowOf(senderId);
  const options = { defaultPath: name };
  const answer = await (window === undefined ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options));
  return answer.canceled || answer.filePath === '' ? null : answer.filePath;
};

/** Asks which file to open; null when the person thought better of it. */
export const askOpen = async (senderId: number): Promise<string | null> => {
  const window = windowOf(senderId);
  const options = { properties: ['openFile' as const] };
  const answer = await (window === undefined ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options));
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
};
