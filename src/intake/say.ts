/** A text shortened for a line. */
export function brief(text: string, longest = 120): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** What comes from elsewhere must not steer the terminal that shows it. */
export function visible(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, '�');
}
