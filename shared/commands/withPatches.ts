/**
 * A frozen value with patches applied, as immer applies them, but without its drafts: what the patches do not touch is shared, what they
 * touch is copied once. Steps over thousands of things come and go this way within a frame.
 */
import { freeze, type Patch } from 'immer';

type Key = string | number;

/** The value itself stays as it is. Sets have no patches of this form, and plans have no sets. */
export function withPatches<T extends object>(base: T, patches: readonly Patch[]): T {
  const copies = new Set<object>();
  const own = (value: object): object => {
    if (copies.has(value)) return value;
    const copy = copyOf(value);
    copies.add(copy);
    return copy;
  };
  let root: object = base;
  for (const patch of patches) {
    const { path } = patch;
    const last = path.at(-1);
    if (last === undefined) {
      root = freeze(patch.value as object, true);
      continue;
    }
    root = own(root);
    let holder = root;
    for (const key of path.slice(0, -1)) {
      const child = own(at(holder, key));
      put(holder, key, child);
      holder = child;
    }
    apply(holder, last, patch);
  }
  for (const copy of copies) freeze(copy);
  return root as T;
}

function copyOf(value: object): object {
  if (value instanceof Map) return new Map(value);
  return Array.isArray(value) ? [...(value as readonly unknown[])] : { ...value };
}

function at(holder: object, key: Key): object {
  const value: unknown = holder instanceof Map ? holder.get(key) : Reflect.get(holder, key);
  if (typeof value !== 'object' || value === null) throw new Error(`Bug: a patch leads through "${key}", which is not there`);
  return value;
}

function put(holder: object, key: Key, value: unknown): void {
  if (holder instanceof Map) holder.set(key, value);
  else Reflect.set(holder, key, value);
}

function apply(holder: object, key: Key, { op, value }: Patch): void {
  const isEntry = Array.isArray(holder) && typeof key === 'number';
  switch (op) {
    case 'remove':
      if (isEntry) holder.splice(key, 1);
      else if (holder instanceof Map) holder.delete(key);
      else Reflect.deleteProperty(holder, key);
      return;
    case 'add':
      if (isEntry) holder.splice(key, 0, freeze(value as unknown, true));
      else put(holder, key, freeze(value as unknown, true));
      return;
    case 'replace':
      put(holder, key, freeze(value as unknown, true));
  }
}
