/**
 * @module Processes of a benchmark: started from the sources, spoken to by messages, ended with the run.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CONDITION = '--conditions=@shopdesk/source';

export interface Child {
  /** Sends a message and waits for the answer. */
  ask<A>(message: unknown): Promise<A>;
  stop(): Promise<void>;
  readonly pid: number;
}

/** Starts `file` (beside this one) in a process of its own. */
export function startChild(file: string, args: readonly string[] = [], execArgv: readonly string[] = []): Child {
  const child: ChildProcess = fork(fileURLToPath(new URL(file, import.meta.url)), args, {
    execArgv: [CONDITION, ...execArgv],
    serialization: 'advanced',
  });
  return {
    pid: child.pid ?? 0,
    ask: (message) =>
      new Promise((resolve, reject) => {
        const ended = (code: number | null) => reject(new Error(`${file} ended with ${code}`));
        child.once('exit', ended);
        child.once('message', (answer) => {
          child.removeListener('exit', ended);
          resolve(answer as never);
        });
        child.send(message as object);
      }),
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
        setTimeout(() => child.kill('SIGKILL'), 5000).unref();
      }),
  };
}
