/**
 * @module Reads server-sent events from a fetch body. `EventSource` cannot send an Authorization header.
 */
import { host, type ByteStream } from './host.ts';

/** Calls `onBytes` for every arrival (heartbeats too) and `onEvent` for every event; ends with the stream. */
export async function readEvents(
  stream: ByteStream,
  { onEvent, onBytes }: { onEvent: (name: string, data: string) => void; onBytes: () => void },
): Promise<void> {
  const decoder = new host.TextDecoder();
  const reader = stream.getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onBytes();
    rest += decoder.decode(value, { stream: true });
    const blocks = rest.split(/\r\n\r\n|\n\n|\r\r/);
    rest = blocks.pop() ?? '';
    for (const block of blocks) tell(block, onEvent);
  }
}

function tell(block: string, onEvent: (name: string, data: string) => void): void {
  let name = '';
  const data: string[] = [];
  for (const line of block.split(/\r\n|\n|\r/)) {
    const [, field, text = ''] = /^(event|data):? ?(.*)$/s.exec(line) ?? [];
    if (field === 'event') name = text;
    if (field === 'data') data.push(text);
  }
  if (name || data.length > 0) onEvent(name || 'message', data.join('\n'));
}
