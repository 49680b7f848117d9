/** Keeps a text in this browser, as long as that has room: one that is full stops nobody from what they are doing. */
export function keepText(key: string, text: string) {
  try {
    localStorage.setItem(key, text)
  } catch {
    // It is there as long as the page is.
  }
}
