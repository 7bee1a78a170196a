/**
 * @module Starts desk servers in processes of their own and ends them politely or not.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface DeskProcessOptions {
  readonly database: { readonly url: string } | { readonly dataDir: string };
  readonly filesFolder: string;
  readonly port: number;
  /** How the store gives its customers to people. @defaultValue "MANUAL" */
  readonly routing?: 'AUTO' | 'MANUAL';
  /** Who works there. @defaultValue {@link AGENTS} */
  readonly agents?: readonly TestAgent[];
}

export interface TestAgent {
  readonly agentNo: string;
  readonly email: string;
  readonly password: string;
  readonly capacity?: number;
}

export interface DeskProcess {
  readonly url: string;
  readonly pid: number;
  /** SIGKILL: nothing can be finished. */
  kill(): Promise<void>;
  /** SIGTERM: streams are drained, the database is closed. */
  stop(): Promise<void>;
}

/** The store and the agents that every desk process begins with. */
export const STORE_KEY = 'test-store';
export const AGENTS: readonly TestAgent[] = ['PA1', 'PA2'].map((agentNo) => ({
  agentNo,
  email: `${agentNo.toLowerCase()}@example.com`,
  password: 'a long password',
}));

const PROGRAM = fileURLToPath(new URL('desk-server-process.ts', import.meta.url));

/** Resolves when the server answers. */
export async function startDeskProcess(options: DeskProcessOptions): Promise<DeskProcess> {
  const child = fork(PROGRAM, [JSON.stringify(options)], {
    execArgv: ['--conditions=@shopdesk/source', '--disable-warning=ExperimentalWarning'],
  });
  await ready(child);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  return {
    url: `http://127.0.0.1:${options.port}`,
    pid: child.pid ?? 0,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`The desk server ended with ${code} before it was ready.`)));
  });
}
