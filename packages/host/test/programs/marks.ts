// Names of files that are not there: a program looks at them before and after what is to be tortured, and a tracer sees it.
export const BEGIN = "/para-mark-begin";
export const END = "/para-mark-end";
