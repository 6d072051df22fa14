// Door 3 again, the job worker: a thread that opens the archive for writing and carries out what takes long.
import { parentPort, workerData } from 'node:worker_threads';
import { stepBehindReaders } from './router/background.ts';
import { jobMethods } from './router/job-methods.ts';
import { serve } from './router/serve.ts';

if (!parentPort) throw new Error('the job worker is started by the archive process');
stepBehindReaders();
// The look for damage after a crash must not make a task wait; tasks themselves come one at a time.
serve(parentPort, jobMethods(workerData), { inOrder: false });
