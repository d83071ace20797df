/** The beginning in China of a day that a placeholder stands for, in SQL. */
export const startOf = (day: string): string => `(${day}::date::timestamp at time zone 'Asia/Shanghai')`;

/** Its end, which is the beginning of the next. */
export const endOf = (day: string): string => `((${day}::date + 1)::timestamp at time zone 'Asia/Shanghai')`;

/** The day in China of an instant. */
export const dayIn = (instant: string): string => `(${instant} at time zone 'Asia/Shanghai')::date`;
