/** Tells a person at the terminal something, Chinese first. */
export type Say = (chinese: string, english: string) => void;

export const say: Say = (chinese, english) => console.log(`${chinese}  ${english}`);
