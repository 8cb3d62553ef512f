// What the generator makes.

/** One generated file: its path from the repository's root, and what it holds. */
export interface Output {
  path: string;
  content: string;
}
