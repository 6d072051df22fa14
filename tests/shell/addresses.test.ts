// Which addresses are our own decides what may be loaded and who is heard.
import { describe, expect, test } from 'vitest';
import { isOwnAddress, PAGE_ADDRESS, pageFile } from '../../src/main/shell/addresses.ts';

describe('our own addresses', () => {
  test('the page is one', () => {
    expect(PAGE_ADDRESS).toBe('mahfuz://reader/index.html');
    expect(isOwnAddress(PAGE_ADDRESS)).toBe(true);
    expect(isOwnAddress('mahfuz://reader/assets/index.js?x#y')).toBe(true);
  });

  test.each([
    'https://reader/index.html',
    'http://example.org/',
    'file:///etc/passwd',
    'mahfuz://reader.example.org/',
    'mahfuz://evil@reader/index.html',
    'mahfuz://reader:80/index.html',
    'mahfuz://other/index.html',
    'mahfuz:reader/index.html',
    'mahfuzz://reader/index.html',
    'data:text/html,mahfuz://reader/',
    'blob:mahfuz://reader/1234',
    'javascript:location="mahfuz://reader/"',
    'about:blank',
    'about:srcdoc',
    'devtools://devtools/bundled/inspector.html',
    'chrome://gpu',
    'ws://127.0.0.1:9/',
    '',
    'not an address',
  ])('%s is not', (address) => {
    expect(isOwnAddress(address)).toBe(false);
    expect(pageFile(address)).toBeNull();
  });

  test('an address names a file of the page', () => {
    expect(pageFile('mahfuz://reader/')).toBe('index.html');
    expect(pageFile('mahfuz://reader/assets/a%20b.css?v=1')).toBe('assets/a b.css');
  });

  test('an address that cannot be decoded names nothing', () => {
    expect(pageFile('mahfuz://reader/%ff')).toBeNull();
  });
});
