// Opens the page of the timeline's benchmark in a window of the reader's size; Electron's own Node runs this as it is.
const { join } = require('node:path');
const { app, BrowserWindow } = require('electron');

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } });
  return window.loadFile(join(__dirname, 'page', 'index.html'));
});
