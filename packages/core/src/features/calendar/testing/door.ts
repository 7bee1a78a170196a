import { anyStaff, type Door } from '../../testing/door.ts';

export const calendarDoor: Door = {
  queries: {
    publicHolidays: anyStaff,
    serviceTime: anyStaff,
  },
};
