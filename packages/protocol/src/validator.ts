// What the generated validators look like from outside.

/** One fault that a generated validator found: where, which keyword of the schema, and that keyword's value. */
export interface SchemaFault {
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
}

/** A generated validator: true where `data` is a `T`; else false, and `errors` holds the first fault. */
export interface Validator<T> {
  (data: unknown): data is T;
  errors?: SchemaFault[] | null;
}
