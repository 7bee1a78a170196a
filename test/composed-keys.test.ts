import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isComposed } from '@shopdesk/core/client';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

const listeners = ['widget', 'admin']
  .flatMap((name) =>
    readdirSync(join(root, 'packages', name, 'src'), { recursive: true, encoding: 'utf8' }).map((file) =>
      join('packages', name, 'src', file),
    ),
  )
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('/testing/'))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
  .filter(({ text }) => /@keydown=|addEventListener\('keydown'|event: KeyboardEvent/.test(text));

describe('keys that an input method takes', () => {
  test('are known by isComposing or by the code 229', () => {
    expect(isComposed({ isComposing: true, keyCode: 13 })).toBe(true);
    expect(isComposed({ isComposing: false, keyCode: 229 })).toBe(true);
    expect(isComposed({ isComposing: false, keyCode: 13 })).toBe(false);
  });

  test('are asked for by one function, wherever keys are heard', () => {
    expect(listeners.length).toBeGreaterThan(12);
    const own = listeners.filter(({ text }) => /\.isComposing|keyCode/.test(text)).map(({ file }) => file);
    expect(own).toEqual([]);
    // These hand each key to a function in another file, which asks.
    const asks = /isComposed\(|shortcutOf\(|keepFocus\(|cellAfter|keydown: \(event|keydown=\$\{options/;
    expect(listeners.filter(({ text }) => !asks.test(text)).map(({ file }) => file)).toEqual([]);
  });
});
