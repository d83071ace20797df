/** The engine's behaviour: newly opened cases start with it, running ones take it up at continue-as-new. */
export const engineVersion = 1;
