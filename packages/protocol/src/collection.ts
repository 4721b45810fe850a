import { z } from 'zod';

// zod's own lists and records read on after the first mistake and keep a complaint for each: a megabyte of nothing but
// mistakes would become a gigabyte. These stop at the first item that is wrong.

/** A list of `min` to `max` items. */
export function listOf<Item extends z.ZodType>(item: Item, { min = 0, max }: { min?: number; max: number }) {
  return z
    .array(z.unknown())
    .min(min)
    .max(max)
    .transform((values, context) => {
      const items: z.output<Item>[] = [];
      for (const [i, value] of values.entries()) {
        const parsed = item.safeParse(value);
        if (!parsed.success) return refused(parsed.error, i, context);
        items.push(parsed.data);
      }
      return items;
    });
}

/** Values of one kind by name, at most `max` of them. */
export function recordOf<Value extends z.ZodType>(value: Value, { max }: { max: number }) {
  return z
    .record(z.string(), z.unknown())
    .refine((entries) => Object.keys(entries).length <= max, `more than ${max} names`)
    .transform((entries, context) => {
      const values: Record<string, z.output<Value>> = {};
      for (const [name, each] of Object.entries(entries)) {
        const parsed = value.safeParse(each);
        if (!parsed.success) return refused(parsed.error, name, context);
        values[name] = parsed.data;
      }
      return values;
    });
}

function refused(error: z.ZodError, at: PropertyKey, context: z.RefinementCtx): never {
  for (const { message, path } of error.issues) {
    context.addIssue({ code: 'custom', message, path: [at, ...path] });
  }
  return z.NEVER;
}

const COMPLAINT_CHARACTERS_MAX = 2_000;

/** What is wrong with a value from outside, field by field, for people; cut where it is long. */
export function complaintOf(error: z.ZodError): string {
  const text = z.prettifyError(error);
  return text.length <= COMPLAINT_CHARACTERS_MAX ? text : `${text.slice(0, COMPLAINT_CHARACTERS_MAX).toWellFormed()}…`;
}
