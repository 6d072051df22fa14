// A record that tries everything that a text can try, in our own words; the address belongs to nobody (RFC 5737).
import type { Target } from '../attacks.ts';

/** Where the hostile record and the attacks of its test point. */
export const OUTSIDE: Target = { host: '192.0.2.1', port: 8080 };

const far = `http://${OUTSIDE.host}:${OUTSIDE.port}`;

const BODY = `
This text was written to give its reader away. ![a picture](${far}/markdown.png "title")
[![a linked picture](${far}/linked.png)](${far}/link) and a [link](${far}/plain), an <${far}/autolink>,
a [script](javascript:fetch('${far}/script')), [data](data:text/html,<script>fetch('${far}/data')</script>),
and a [reference][far]. www.example.org and someone@example.org

[far]: ${far}/reference "reference"

<script src="${far}/script.js"></script>
<script>fetch('${far}/inline'); new RTCPeerConnection({iceServers:[{urls:'stun:${OUTSIDE.host}'}]}).createDataChannel('x')</script>
<img src="${far}/image.png" srcset="${far}/image2.png 2x" onerror="fetch('${far}/handler')">
<iframe src="${far}/frame" srcdoc="<img src='${far}/srcdoc'>"></iframe>
<meta http-equiv="refresh" content="0; url=${far}/refresh">
<base href="${far}/">
<link rel="stylesheet" href="${far}/sheet.css"><link rel="prefetch" href="${far}/prefetch">
<link rel="preconnect" href="${far}"><link rel="dns-prefetch" href="//prefetched.example.org">
<style>@import url("${far}/import.css"); @font-face { font-family: far; src: url("${far}/font.woff2") }
body { font-family: far; background: url("${far}/background.png") }</style>
<svg onload="fetch('${far}/svg')"><image href="${far}/svg.png"/><use href="${far}/use.svg#x"/></svg>
<object data="${far}/object"></object><embed src="${far}/embed"><video src="${far}/video" poster="${far}/poster"></video>
<form action="${far}/form"><input type="image" src="${far}/input.png"></form>
<table background="${far}/table.png"><tr><td style="background:url(${far}/cell.png)">cell</td></tr></table>

> A quotation with ![another picture](${far}/quoted.png)

| a table | ![in a cell](${far}/cell2.png) |
| --- | --- |
| <img src=x onerror=fetch('${far}/cell3')> | text |
`;

/** The record, as one line of an NDJSON file. */
export const HOSTILE_RECORD = {
  id: 'hostile/everything',
  kind: 'document',
  revision: 1,
  schema: 'record/1',
  lang: 'en',
  title: `A zealous text <img src=${far}/title.png onerror=alert(1)>`,
  updated: '2026-11-22',
  genre: 'testimony',
  text_kind: 'full',
  body: BODY,
  published: { value: '2026-11-22', precision: 'day', kind: 'actual' },
  authors: [`<img src=${far}/author.png>`],
  disputed: `![disputed](${far}/disputed.png)`,
  translations: {
    ur: { title: `مکمل متن <script src=${far}/ur.js></script>`, body: `![تصویر](${far}/ur.png)` },
  },
  sources: [
    {
      title: `<link rel=prefetch href=${far}/source>`,
      url: `${far}/source`,
      archived_url: `${far}/archived`,
      read: 'whole',
    },
  ],
  rights: 'CC BY 4.0',
};
