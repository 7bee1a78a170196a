import { afterEach, describe, expect, test, vi } from 'vitest';
import { loadGraphiQL } from '../plugins/graphiql.ts';
import { banner } from './start.ts';
import { wordsOf } from './words.ts';

function graphiqlLine(locale: 'en' | 'zh-CN', graphiql: boolean, production = false): string | undefined {
  const server = { graphiql, database: undefined, internals: { assets: {} } };
  const lines = banner({
    server,
    started: { url: 'http://127.0.0.1:4000' },
    place: { production, options: {} },
    insecure: [],
    words: wordsOf(locale),
  });
  return lines.find((line) => line.includes('GraphiQL'))?.trim();
}

afterEach(() => void vi.doUnmock('@graphql-yoga/render-graphiql'));

describe('the line about GraphiQL when the desk is up', () => {
  test('says where it is when its package is installed', () => {
    expect(graphiqlLine('en', true)).toBe('GraphiQL: http://127.0.0.1:4000/graphql');
    expect(graphiqlLine('zh-CN', true)).toBe('GraphiQL: http://127.0.0.1:4000/graphql');
  });

  test('says how to install it when its package is missing, and names no address that would not answer', () => {
    expect(graphiqlLine('en', false)).toBe('GraphiQL: not installed (npm install @graphql-yoga/render-graphiql)');
    expect(graphiqlLine('zh-CN', false)).toBe('GraphiQL: 未安装（npm install @graphql-yoga/render-graphiql）');
  });

  test('follows whether the package can be loaded', async () => {
    expect(await loadGraphiQL()).toBeDefined();
    vi.doMock('@graphql-yoga/render-graphiql', () => {
      throw new Error('Cannot find package');
    });
    expect(await loadGraphiQL()).toBeUndefined();
  });

  test('is not there in production', () => {
    expect(graphiqlLine('en', false, true)).toBeUndefined();
  });
});
