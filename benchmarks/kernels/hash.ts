// Integer mixing in one long straight loop, as in hashes and ciphers.
let a: u32 = 0x9e3779b9;
let b: u32 = 0x243f6a88;
let c: u32 = 0xb7e15162;
for (let i: u32 = 0; i < 60_000_000; i++) {
  a = rotl<u32>(a + b, 7) ^ c;
  b = rotl<u32>(b + c, 11) ^ i;
  c = rotl<u32>(c + a, 19);
}
