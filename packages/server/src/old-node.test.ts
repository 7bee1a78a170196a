import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { NODE_NEEDED, oldNode } from './old-node.ts';

describe('a Node that is too old', () => {
  test.each(['18.20.8', '20.19.5', '21.7.3', '22.12.0', '23.0.0', '23.3.0'])(
    '%s is named with what is needed, in the terminal’s language',
    (version) => {
      expect(oldNode(version, 'en_GB.UTF-8')).toBe(
        `Shopdesk needs Node 22.13 or newer of 22, or 23.4 and newer; this is Node ${version}.`,
      );
      expect(oldNode(version, 'zh_CN.UTF-8')).toBe(
        `Shopdesk 需要 Node 22.13 及以上的 22 版，或 23.4 及以上版本；当前是 Node ${version}。`,
      );
    },
  );

  test.each(['22.13.0', '22.23.3', '23.4.0', '24.0.0', '26.1.0'])('%s is not too old', (version) => {
    expect(oldNode(version)).toBeUndefined();
  });

  test('is the same that the package names', () => {
    const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      engines: { node: string };
    };
    expect(engines.node).toBe(NODE_NEEDED);
  });
});
