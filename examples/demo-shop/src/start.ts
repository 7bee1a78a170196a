/**
 * @module `npm start`: the desk and the demo shop as a shop owner would run them, on one machine and filled in.
 */
import { PRIVATE_UMASK } from '@shopdesk/server';
import { greeting } from './start/greeting.ts';
import { startDemo } from './start/start-demo.ts';
import { startFailure } from './start/start-failure.ts';
import { startWords } from './start/words.ts';

process.umask(PRIVATE_UMASK);
// Requests are no news on a terminal; warnings and errors are.
process.env['LOG_LEVEL'] ??= 'warn';

const words = startWords(process.env);
try {
  const demo = await startDemo({ env: process.env, say: console.log, words });
  let asked = false;
  const stop = () => {
    // Whoever asks twice does not wait any longer; the databases survive that.
    if (asked) process.exit(1);
    asked = true;
    console.log(words.desk.stopping);
    void demo.stop().then(() => console.log(words.desk.stopped));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  console.log(greeting(demo, words));
} catch (error) {
  console.error(startFailure(error, words));
  process.exitCode = 1;
}
