/**
 * @module What can go wrong between the desk and its database, as types: the driver's own errors stay behind this file.
 */
import type { DataDirHolder } from './data-dir-lock.ts';

/** The database cannot be reached now, or has just gone away; later calls work again by themselves. */
export class DatabaseUnavailableError extends Error {
  /** True when the statement had been sent: it may or may not have taken effect. */
  readonly uncertain: boolean;
  constructor(message: string, { uncertain = false, cause }: { uncertain?: boolean; cause?: unknown } = {}) {
    super(message, { cause });
    this.name = 'DatabaseUnavailableError';
    this.uncertain = uncertain;
  }
}

/** A unique constraint or index refused a row; nothing of the statement was written. */
export class UniqueConstraintError extends Error {
  readonly constraint: string;
  constructor(constraint: string) {
    super(`The unique constraint ${constraint} is violated.`);
    this.name = 'UniqueConstraintError';
    this.constraint = constraint;
  }
}

/** Another writer was faster (a version check, a deadlock, a serialisation failure); nothing was written. */
export class WriteConflictError extends Error {
  constructor() {
    super('Another writer changed the same rows.');
    this.name = 'WriteConflictError';
  }
}

/**
 * Classes whose words name roles, databases, tables and columns, never values: wrong settings, and mistakes of ours.
 */
const NAMES_ONLY = /^(?:28|3D|42)/;

/**
 * Any other error that the database reported; `code` is its SQLSTATE. The database's own words stay out where they may
 * quote values, because those are people's data.
 */
export class QueryError extends Error {
  readonly code: string;
  readonly constraint: string | undefined;
  constructor(message: string, { code, constraint }: { code: string; constraint?: string | undefined }) {
    super(NAMES_ONLY.test(code) ? `${message} (${code})` : `The database refused a statement (${code}).`);
    this.name = 'QueryError';
    this.code = code;
    this.constraint = constraint;
  }
}

/** Another process has the data folder open. */
export class DataDirHeldError extends Error {
  readonly dataDir: string;
  readonly holder: DataDirHolder | undefined;
  constructor(dataDir: string, holder: DataDirHolder | undefined) {
    const who = holder ? `process ${holder.pid} on ${holder.host}, since ${holder.since}` : 'another process';
    super(`The data folder ${dataDir} is in use by ${who}. Stop it first, or choose another folder.`);
    this.name = 'DataDirHeldError';
    this.dataDir = dataDir;
    this.holder = holder;
  }
}

/** SQLSTATE with which our own stored functions report a failed version check. */
export const VERSION_CONFLICT = 'DK001';

const CONFLICTS = new Set([VERSION_CONFLICT, '40001', '40P01']);
const GONE = new Set(['57P01', '57P02', '57P03', '53300']);

/** Fields of an error report that both drivers have. */
export interface ReportedError {
  readonly message: string;
  readonly code: string;
  readonly constraint?: string | undefined;
}

/** Turns an error that the database reported into one of ours. */
export function reportedError({ message, code, constraint }: ReportedError, cause?: unknown): Error {
  if (code === '23505') return new UniqueConstraintError(constraint ?? '');
  if (CONFLICTS.has(code)) return new WriteConflictError();
  if (GONE.has(code) || code.startsWith('08')) {
    return new DatabaseUnavailableError(`The database is not available: ${message}`, {
      uncertain: code !== '57P03' && code !== '53300',
      cause,
    });
  }
  return new QueryError(message, { code, constraint });
}
