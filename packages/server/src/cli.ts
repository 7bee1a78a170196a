#!/usr/bin/env node
/** @module The program `shopdesk`: a Node that is too old is told so before it reads anything else. */
import './cli/check-node.ts';

await import('./cli/main.ts');
