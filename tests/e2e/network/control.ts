// Run inside the watched network namespace: sends what an honest program sends, so that the watch is seen to work.
import { createSocket } from 'node:dgram';
import { lookup } from 'node:dns';
import { connect } from 'node:net';
import { OUTSIDE } from './hostile-record.ts';

createSocket('udp4').send('x', OUTSIDE.port, OUTSIDE.host);
for (const host of [OUTSIDE.host, '2001:db8::1']) connect(OUTSIDE.port, host).on('error', () => {});
lookup('looked-up.example.org', () => {});
setTimeout(() => process.exit(0), 1000);
