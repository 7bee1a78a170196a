import { ROLE_CODES } from '@shopdesk/core';

console.log(ROLE_CODES);
