/** Makes a value of plain data immutable, with all that it holds. */
export function freeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const held of value instanceof Map ? value.values() : Object.values(value)) freeze(held);
  return Object.freeze(value);
}
