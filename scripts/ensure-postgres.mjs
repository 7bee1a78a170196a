// Makes sure that this machine has a PostgreSQL server for the tests: found, or installed where that is ours to do.
import { fileURLToPath } from 'node:url';
import { findPostgres } from '../test/support/find-program.ts';
import { installPackages } from './install-packages.mjs';

const HOW_TO = `PostgreSQL 15 or newer is needed for the tests.
  Debian, Ubuntu:  sudo apt-get install postgresql
  macOS:           brew install postgresql@17
Or set PG_BIN to the folder that has its initdb and postgres.`;

/** The folder of the server's programs; ends the process with an explanation when there is none. */
export function ensurePostgres() {
  return findPostgres() || (!process.env.PG_BIN && installPackages(['postgresql']) && findPostgres()) || fail();
}

function fail() {
  console.error(HOW_TO);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(`PostgreSQL: ${ensurePostgres()}`);
