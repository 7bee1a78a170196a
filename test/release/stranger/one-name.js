import { PERSONAL_KINDS } from '@shopdesk/core';

console.log(PERSONAL_KINDS);
