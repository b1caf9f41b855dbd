/** The weekday that is three days away in any time zone, as a schedule has it: a service that runs on this day alone is off now. */
export const IN_THREE_DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][(new Date().getUTCDay() + 3) % 7] ?? ''
