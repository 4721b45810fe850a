import { z } from 'zod';

/** A weighted count of executed WebAssembly instructions (schedule `fuel-1`). */
export type Fuel = bigint;
/** Energy in thousandths of a joule. */
export type Millijoules = number;
/** Greenhouse gas in grams of CO2 equivalent. An estimate for people to read, never money. */
export type GramsCO2e = number;

/** The largest integer that every codec on the way (dag-cbor, SQLite, PostgreSQL bigint) carries exactly. */
const INT64_MAX = (1n << 63n) - 1n;

/**
 * A non-negative integer of up to 63 bits, as `bigint`.
 * Reads what each encoding makes of it: a CBOR integer (number or bigint) or a decimal string in JSON.
 */
export const uint = z
  .union([z.bigint(), z.int(), z.string().regex(/^(0|[1-9]\d{0,18})$/, 'not a decimal integer of up to 63 bits')])
  .transform((value) => BigInt(value))
  .refine((value) => value >= 0n && value <= INT64_MAX, 'not between 0 and 2^63-1');

/** A non-negative count that fits a double exactly. */
export const count = z.int().nonnegative();

/** Raw bytes (CBOR byte strings; the JSON doors carry bytes as blobs by CID instead). */
export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'not bytes');
