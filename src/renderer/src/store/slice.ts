/** How a slice changes the store: by merging, as zustand's `set` does. */
export type Change<T> = (change: Partial<T> | ((now: T) => Partial<T>)) => void
