/** Outside Electron, require('electron') would try to download the binary, so unit tests never load it. */
export const contextBridge = { exposeInMainWorld: jest.fn() };
export const ipcRenderer = { invoke: jest.fn(), on: jest.fn(), off: jest.fn() };
