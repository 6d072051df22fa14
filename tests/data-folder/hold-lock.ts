// Holds the writer lock of a folder until it is killed.
import { acquireWriterLock } from '../../src/main/data-folder/lock.ts';

const [folder = ''] = process.argv.slice(2);
acquireWriterLock(folder);
console.log('held');
setInterval(() => undefined, 1000);
