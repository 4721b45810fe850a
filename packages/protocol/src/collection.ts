import { z } from 'zod';

// zod's own lists and records read on after the first mistake and keep a complaint for each: a megabyte of nothing but
// mistakes would become a gigabyte. These look at the number of items first, and at the items some at a time.

const ITEMS_AT_A_TIME = 1_000;

/** A list of `min` to `max` items, which may be a great many. */
export function listOf<Item extends z.ZodType>(item: Item, { min = 0, max }: { min?: number; max: number }) {
  const some = z.array(item);
  return z
    .custom<readonly unknown[]>(Array.isArray, 'not a list')
    .refine(({ length }) => length >= min && length <= max, `not of ${min} to ${max} items`)
    .transform((values, context) => {
      const items: z.output<Item>[] = [];
      for (let start = 0; start < values.length; start += ITEMS_AT_A_TIME) {
        const parsed = some.safeParse(values.slice(start, start + ITEMS_AT_A_TIME));
        if (!parsed.success) {
          for (const { message, path } of parsed.error.issues) {
            const [i, ...within] = path;
            context.addIssue({ code: 'custom', message, path: [start + Number(i), ...within] });
          }
          return z.NEVER;
        }
        for (const each of parsed.data) items.push(each);
      }
      return items;
    });
}

/** A short list or record: with more than `max` items it is refused before any of them is looked at. */
export function atMost<Collection extends z.ZodType>(max: number, collection: Collection) {
  return z
    .custom<z.input<Collection>>((value) => sizeOf(value) <= max, `more than ${max} items`)
    .pipe(collection as z.ZodType<z.output<Collection>, z.input<Collection>>);
}

function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}

const COMPLAINT_CHARACTERS_MAX = 2_000;

/** What is wrong with a value from outside, field by field, for people; cut where it is long. */
export function complaintOf(error: z.ZodError): string {
  const text = z.prettifyError(error);
  return text.length <= COMPLAINT_CHARACTERS_MAX ? text : `${text.slice(0, COMPLAINT_CHARACTERS_MAX).toWellFormed()}…`;
}
