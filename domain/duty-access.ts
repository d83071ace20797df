/** Who draws up lists of duties, imports, begins, pauses and ends them: 党委, 党风室, the commission's leaders. */
export const dutyKeepers = ['party.sec', 'supervisor', 'cdi.head', 'cdi.style'] as const;
