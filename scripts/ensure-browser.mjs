// Makes sure that this machine has a Chromium for the tests: found, or installed where that is ours to do.
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../test/support/find-program.ts';
import { installPackages } from './install-packages.mjs';

const HOW_TO = `A Chromium or Chrome is needed for the tests.
  Debian, Ubuntu:  sudo apt-get install chromium fonts-noto-cjk fonts-noto-color-emoji
  macOS:           brew install --cask google-chrome
Or set CHROME_PATH to the program.`;

/** The browser's program; ends the process with an explanation when there is none. */
export function ensureBrowser() {
  return (
    findBrowser() ||
    (!process.env.CHROME_PATH &&
      installPackages(['chromium', 'fonts-noto-cjk', 'fonts-noto-color-emoji']) &&
      findBrowser()) ||
    fail()
  );
}

function fail() {
  console.error(HOW_TO);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(`Browser: ${ensureBrowser()}`);
