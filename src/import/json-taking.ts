import type { Lost } from './imported-story.ts';

/**
 * A JSON object that remembers which of its fields were used. Names of fields ignore case: `versioncreated`
 * in ninjs 2 is `versionCreated` in ninjs 3.
 */
export class Fields {
  readonly #data: Map<string, { what: string; value: unknown }>;
  readonly #used = new Set<string>();

  /** @param data any JSON value; only objects have fields */
  constructor(data: unknown) {
    const isRecord = typeof data === 'object' && data !== null && !Array.isArray(data);
    this.#data = new Map(
      Object.entries(isRecord ? data : {}).map(([what, value]) => [
        what.toLowerCase(),
        { what, value },
      ]),
    );
  }

  /** Uses a field. */
  take(name: string): unknown {
    this.#used.add(name.toLowerCase());
    return this.#data.get(name.toLowerCase())?.value;
  }

  /** Uses a text field; empty if it is anything else. */
  text(name: string): string {
    const value = this.take(name);
    return typeof value === 'string' ? value.trim() : typeof value === 'number' ? `${value}` : '';
  }

  /** Uses a field that is a list of objects, or an object of objects (then with their names). */
  list(name: string): Fields[] {
    const value = this.take(name);
    if (Array.isArray(value)) return value.map((item) => new Fields(item));
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).map(
      ([key, item]) => new Fields({ name: key, ...(item as object) }),
    );
  }

  /** The fields that were not used. */
  rest(): Lost[] {
    return [...this.#data].flatMap(([name, { what, value }]) => {
      if (this.#used.has(name) || value === null || value === '' || value === false) return [];
      if (Array.isArray(value) && value.length === 0) return [];
      return [{ what, text: typeof value === 'string' ? value : JSON.stringify(value) }];
    });
  }
}
