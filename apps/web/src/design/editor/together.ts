/** Runs several changes as one command: what they call is undone and done again with it. */
class Together {
  preExecute({ work }: { readonly work: () => void }): void {
    work();
  }
}

export const togetherHandler = Together;
