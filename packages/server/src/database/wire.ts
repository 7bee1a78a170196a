/**
 * @module Reads PostgreSQL's answers to one message of ours: rows, the command's tag, notifications, the first error.
 */
import type { ReportedError } from './error.ts';
import { decoderOf, type Decoder } from './value.ts';

export interface Column {
  readonly name: string;
  readonly decode: Decoder;
}

export interface Notification {
  readonly channel: string;
  readonly payload: string;
}

export interface Answer {
  columns: readonly Column[];
  rows: Record<string, unknown>[];
  affected: number;
  command: string;
  error: ReportedError | undefined;
  notifications: Notification[];
  /** `I` idle, `T` in a transaction, `E` in a failed one; absent when the server stopped in the middle. */
  status: 'I' | 'T' | 'E' | undefined;
}

const ROW_DESCRIPTION = 0x54;
const DATA_ROW = 0x44;
const COMMAND_COMPLETE = 0x43;
const ERROR_RESPONSE = 0x45;
const NOTIFICATION = 0x41;
const READY = 0x5a;

/** `known` are the columns of a prepared statement, whose description is not sent again. */
export function readAnswer(bytes: Buffer, known: readonly Column[] = []): Answer {
  const answer: Answer = {
    columns: known,
    rows: [],
    affected: 0,
    command: '',
    error: undefined,
    notifications: [],
    status: undefined,
  };
  let at = 0;
  while (at + 5 <= bytes.length) {
    const end = at + 1 + bytes.readInt32BE(at + 1);
    readMessage(answer, bytes, at, end);
    at = end;
  }
  return answer;
}

function readMessage(answer: Answer, bytes: Buffer, at: number, end: number): void {
  const body = at + 5;
  switch (bytes[at]) {
    case DATA_ROW:
      answer.rows.push(readRow(answer.columns, bytes, body));
      break;
    case ROW_DESCRIPTION:
      answer.columns = readColumns(bytes, body);
      answer.rows = [];
      break;
    case COMMAND_COMPLETE:
      readTag(answer, bytes.toString('latin1', body, end - 1));
      break;
    case ERROR_RESPONSE:
      answer.error ??= readError(bytes, body, end);
      break;
    case NOTIFICATION: {
      const [channel, next] = readText(bytes, body + 4);
      answer.notifications.push({ channel, payload: readText(bytes, next)[0] });
      break;
    }
    case READY:
      answer.status = bytes.toString('latin1', body, body + 1) as 'I' | 'T' | 'E';
      break;
  }
}

function readRow(columns: readonly Column[], bytes: Buffer, start: number): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  let at = start + 2;
  for (const { name, decode } of columns) {
    const length = bytes.readInt32BE(at);
    at += 4;
    if (length < 0) {
      row[name] = null;
    } else {
      row[name] = decode(bytes.toString('utf8', at, at + length));
      at += length;
    }
  }
  return row;
}

function readColumns(bytes: Buffer, start: number): Column[] {
  const columns: Column[] = [];
  let at = start + 2;
  for (let left = bytes.readInt16BE(start); left > 0; left -= 1) {
    const [name, next] = readText(bytes, at);
    columns.push({ name, decode: decoderOf(bytes.readInt32BE(next + 6)) });
    at = next + 18;
  }
  return columns;
}

const COUNTING = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

function readTag(answer: Answer, tag: string): void {
  const [command = ''] = tag.split(' ', 1);
  answer.command = command;
  answer.affected = COUNTING.has(command) ? Number(tag.slice(tag.lastIndexOf(' ') + 1)) : 0;
}

function readError(bytes: Buffer, start: number, end: number): ReportedError {
  const fields: Record<string, string> = {};
  for (let at = start; at < end && bytes[at] !== 0;) {
    const key = bytes.toString('latin1', at, at + 1);
    const [text, next] = readText(bytes, at + 1);
    fields[key] = text;
    at = next;
  }
  return { message: fields['M'] ?? '', code: fields['C'] ?? '', constraint: fields['n'] };
}

function readText(bytes: Buffer, start: number): [text: string, next: number] {
  const end = bytes.indexOf(0, start);
  return [bytes.toString('utf8', start, end), end + 1];
}
