// The names of the few channels between the preload script and Electron's main process; the page never sees them.
export const CHANNELS = {
  call: 'mahfuz:call',
  cancel: 'mahfuz:cancel',
  grant: 'mahfuz:grant',
  grantDropped: 'mahfuz:grant-dropped',
  event: 'mahfuz:event',
} as const;
