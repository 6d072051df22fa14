// Door 3, the read worker: a thread that answers searches and reads.
import { parentPort, workerData } from 'node:worker_threads';
import { readMethods } from './router/read-methods.ts';
import { serve } from './router/serve.ts';

if (!parentPort) throw new Error('the read worker is started by the archive process');
serve(parentPort, readMethods(workerData), { inOrder: true });
