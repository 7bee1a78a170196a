import { describe, expect, test } from 'vitest';
import type { Fetch } from './host.ts';
import { createServerClock } from './server-clock.ts';

const DAY = 86_400_000;

/** A device whose clock is wrong, and a desk that answers after some time. */
function scene(wrongBy: number) {
  const time = { real: Date.UTC(2026, 0, 15, 12, 0, 0, 700), wrongBy, takes: 200, date: true };
  const clock = createServerClock(() => time.real + time.wrongBy);
  const fetch = clock.watch((async () => {
    time.real += time.takes / 2;
    const header = new Date(time.real).toUTCString();
    time.real += time.takes / 2;
    return {
      ok: true,
      status: 200,
      headers: { get: (name: string) => (name === 'date' && time.date ? header : null) },
      body: null,
      text: async () => '',
    };
  }) as Fetch);
  const ask = () => fetch('', undefined as never);
  return { time, clock, ask, isWrong: () => Math.abs(clock.now() - time.real) };
}

describe('the desk’s time on a device', () => {
  test.each([0, 5 * 60_000, -5 * 60_000, DAY, -DAY])(
    'whose clock is wrong by %i ms is right within 2 s after the first answer',
    async (wrongBy) => {
      const { ask, isWrong } = scene(wrongBy);
      await ask();
      expect(isWrong()).toBeLessThan(2000);
    },
  );

  test('is not spoilt by a slow answer, and follows a device whose clock is set while it runs', async () => {
    const { time, ask, isWrong } = scene(-5 * 60_000);
    await ask();
    time.takes = 15_000;
    await ask();
    expect(isWrong()).toBeLessThan(2000);
    time.wrongBy = DAY;
    time.takes = 300;
    await ask();
    expect(isWrong()).toBeLessThan(2000);
  });

  test('is the device’s own while the desk names none', async () => {
    const { time, clock, ask } = scene(60_000);
    time.date = false;
    await ask();
    expect(clock.now()).toBe(time.real + 60_000);
  });
});
