import type { Lost } from './arrival.ts';

/** A record of JSON that remembers which of its fields were used. */
export class Fields {
  readonly #data: Record<string, unknown>;
  readonly #used = new Set<string>();

  /** @param data any value of JSON; what is no object has no fields */
  constructor(data: unknown) {
    const isRecord = typeof data === 'object' && data !== null && !Array.isArray(data);
    this.#data = isRecord ? (data as Record<string, unknown>) : {};
  }

  /** Uses a field; only one of the record's own is ever found. */
  take(name: string): unknown {
    this.#used.add(name);
    return Object.hasOwn(this.#data, name) ? this.#data[name] : undefined;
  }

  /** Uses a field that is text; anything else is none. */
  text(name: string): string {
    const value = this.take(name);
    return typeof value === 'string' ? value.trim() : typeof value === 'number' ? `${value}` : '';
  }

  /** Uses a field that is a list of records, or a record of records (then with their names). */
  list(name: string): Fields[] {
    const value = this.take(name);
    if (Array.isArray(value)) return value.map((item) => new Fields(item));
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).map(
      ([key, item]) => new Fields({ name: key, ...(item as object) }),
    );
  }

  /** What of the record nobody has used. */
  rest(): Lost[] {
    return Object.entries(this.#data).flatMap(([what, value]) => {
      if (this.#used.has(what) || value === null || value === '' || value === false) return [];
      if (Array.isArray(value) && value.length === 0) return [];
      return [{ what, text: typeof value === 'string' ? value : JSON.stringify(value) }];
    });
  }
}
