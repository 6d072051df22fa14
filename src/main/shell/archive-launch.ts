// Starts the archive process in the one way that this Electron allows, and hides which it was.
import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { utilityProcess } from 'electron';
import type { FromArchive, ToArchive } from '../../shared/wire.ts';

/** The Node-API that the SQLite binaries need; Electron has it since 35. */
const NEEDED_NODE_API = 10;

export interface ArchiveProcess {
  pid: () => number | undefined;
  send: (message: ToArchive) => void;
  kill: () => void;
}

export interface Launch {
  /** The file of the archive process's door. */
  entry: string;
  /** What it is given on its command line. */
  args: string[];
  onMessage: (message: FromArchive) => void;
  /** Told once, whatever the reason. */
  onExit: () => void;
}

/** Starts the archive process; must come after the app is ready. */
export function launchArchive(launch: Launch): ArchiveProcess {
  return hasNodeApi(process.versions.napi) ? launchUtility(launch) : launchForked(launch);
}

/** Tells whether an Electron can load the SQLite binaries in its own processes. */
export function hasNodeApi(napi: string | undefined): boolean {
  return Number(napi) >= NEEDED_NODE_API;
}

/** The archive as a utility process of Electron. */
export function launchUtility({ entry, args, onMessage, onExit }: Launch): ArchiveProcess {
  const child = utilityProcess.fork(entry, args, {
    serviceName: 'Mahfuz archive',
    env: plainEnvironment(),
  });
  child.on('message', onMessage);
  child.once('exit', onExit);
  return {
    pid: () => child.pid,
    send: (message) => child.postMessage(message),
    kill: () => void child.kill(),
  };
}

/** The archive on the Node that comes with the program's packages, for an Electron whose own is too old. */
function launchForked({ entry, args, onMessage, onExit }: Launch): ArchiveProcess {
  const child: ChildProcess = fork(entry, args, {
    execPath: packagedNode(entry),
    execArgv: [],
    env: plainEnvironment(),
    // Carries what a utility process carries: typed arrays, undefined, Map.
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.on('message', (message) => onMessage(message as FromArchive));
  child.once('error', onExit);
  child.once('exit', onExit);
  return {
    pid: () => child.pid,
    // A message to a process that has just died is lost; that it died is told by onExit.
    send: (message) => void child.send(message, () => {}),
    kill: () => void child.kill('SIGKILL'),
  };
}

/** The environment without what would change how Node runs: debuggers, preloaded code, other certificates. */
function plainEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(NODE_|ELECTRON_)/.test(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, value ?? '']));
}

function packagedNode(entry: string): string {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const manifest = createRequire(entry).resolve(`node-${platform}-${process.arch}/package.json`);
  return join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}
