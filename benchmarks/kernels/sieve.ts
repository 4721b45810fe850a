// Short loops over bytes with branches that depend on the data.
const LIMIT: i32 = 4_000_000;
const BASE: usize = 65536;
memory.grow(64);
for (let i = 0; i < LIMIT; i++) store<u8>(BASE + i, 1);
for (let p = 2; p * p < LIMIT; p++) {
  if (load<u8>(BASE + p) == 0) continue;
  for (let multiple = p * p; multiple < LIMIT; multiple += p) store<u8>(BASE + multiple, 0);
}
