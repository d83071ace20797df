/** A civil date in Asia/Shanghai, "2026-02-17": no time of day and no zone. */
export type CivilDate = string;

/** Epoch milliseconds. Every instant inside the engine, the workflow and the journal has this shape. */
export type Instant = number;
