// Everything that keeps the program off the network and the page inside its window, each with its reason.
import { app, type Session, type WebContents } from 'electron';
import { devServer, isOwnAddress } from './addresses.ts';

const DISABLED_FEATURES = [
  'AsyncDns', // no DNS client of Chromium's own
  'UseDnsHttpsSvcb', // no extra DNS questions
  'NetworkErrorLogging', // no reports about failed requests
  'PrefetchProxy', // nothing fetched ahead
];

// Ways out of a page that no policy of the page covers everywhere.
const DISABLED_PAGE_FEATURES = [
  'WebTransport',
  'SpeculationRules',
  'BackgroundFetch',
  'PushMessaging',
  'DirectSockets',
];

/** Chromium's switches; the first group is in Electron 33's binary, the second is read by other builds or not at all. */
const SWITCHES: Record<string, string> = {
  // Every host name and every written IP address leads nowhere.
  'host-resolver-rules': 'MAP * ~NOTFOUND',
  // No direct connection, to this computer neither: the one way out is a port where nobody listens.
  'proxy-server': 'http://127.0.0.1:9',
  'proxy-bypass-list': '<-loopback>',
  // No connections over UDP.
  'disable-quic': '',
  'disable-features': DISABLED_FEATURES.join(','),
  'disable-blink-features': DISABLED_PAGE_FEATURES.join(','),
  // Speech recognition would be done by a server.
  'disable-speech-api': '',
  // Nothing is kept on the disk, and no crash is reported.
  'disable-http-cache': '',
  'disable-gpu-shader-disk-cache': '',
  'disable-breakpad': '',
  // The desktop's keyring is not asked.
  'password-store': 'basic',

  'use-mock-keychain': '',
  // Chrome's own services are no part of Electron; should one become it, it is off.
  'disable-background-networking': '',
  'disable-component-update': '',
  'disable-domain-reliability': '',
  'disable-client-side-phishing-detection': '',
  'disable-sync': '',
  'no-pings': '',
  'dns-prefetch-disable': '',
};

/** Locks down the program and every session and page it will ever have; must come before the app is ready. */
export function lockDown(): void {
  for (const [name, value] of Object.entries(SWITCHES)) {
    if (devServer && /resolver|proxy/.test(name)) continue;
    app.commandLine.appendSwitch(name, value);
  }
  app.enableSandbox();
  app.on('session-created', lockSession);
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
  app.on('login', (event) => event.preventDefault());
  app.on('select-client-certificate', (event) => event.preventDefault());
  void app.whenReady().then(() =>
    app.configureHostResolver({
      enableBuiltInResolver: false,
      secureDnsMode: 'off',
      enableAdditionalDnsQueryTypes: false,
    }),
  );
}

function lockSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, decide) =>
    decide({ cancel: !isOwnAddress(details.url) }),
  );
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event, item) => {
    event.preventDefault();
    item.cancel();
  });
  for (const event of ['select-hid-device', 'select-serial-port', 'select-usb-device'] as const) {
    session.on(event as 'select-hid-device', (chosen, _details, choose) => {
      chosen.preventDefault();
      choose('');
    });
  }
  // No certificate is good: nothing is to be reached over TLS.
  session.setCertificateVerifyProc((_request, decide) => decide(-2));
  // The spell-checker would download its dictionaries.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
}

function lockContents(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
}
