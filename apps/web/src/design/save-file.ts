/** Gives the reader a file; the address is let go once the browser has it. */
export function saveFile(name: string, text: string, type = 'application/xml'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
