// 128-bit vectors by name: arithmetic that saturates, shuffles, comparisons, dot products, float lanes.
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <wasm_simd128.h>

static void show(const char *name, v128_t value) {
  uint8_t bytes[16];
  memcpy(bytes, &value, 16);
  printf("%s ", name);
  for (int i = 0; i < 16; i++) printf("%02x", bytes[i]);
  printf("\n");
}

int main(void) {
  v128_t a = wasm_i8x16_make(1, -2, 3, 127, -128, 100, 50, -50, 0, 7, 77, -77, 33, -33, 64, -64);
  v128_t b = wasm_i8x16_make(5, 100, -100, 127, -128, 90, -90, 60, -60, 2, 3, 4, 5, 6, 7, 8);
  for (int round = 0; round < 200; round++) {
    a = wasm_i8x16_add_sat(a, b);
    b = wasm_i16x8_q15mulr_sat(b, wasm_i8x16_shuffle(a, b, 1, 17, 3, 19, 5, 21, 7, 23, 9, 25, 11, 27, 13, 29, 15, 31));
    a = wasm_v128_xor(a, wasm_i16x8_extmul_low_i8x16(a, b));
    b = wasm_i32x4_add(b, wasm_i32x4_dot_i16x8(a, b));
    if (round % 50 == 0) show("round", wasm_v128_bitselect(a, b, wasm_i8x16_gt(a, b)));
  }
  show("swizzle", wasm_i8x16_swizzle(a, b));
  show("narrow", wasm_u8x16_narrow_i16x8(a, b));
  show("popcnt", wasm_i8x16_popcnt(a));
  show("average", wasm_u16x8_avgr(a, b));
  printf("%x %x %d\n", (unsigned)wasm_i8x16_bitmask(a), (unsigned)wasm_i32x4_bitmask(b), wasm_i16x8_all_true(a));
  v128_t x = wasm_f32x4_convert_i32x4(a), y = wasm_f64x2_promote_low_f32x4(x), zero = wasm_f64x2_const_splat(0);
  show("f32x4", wasm_f32x4_div(x, wasm_f32x4_sqrt(wasm_f32x4_abs(x))));
  show("min", wasm_f64x2_min(y, wasm_f64x2_div(zero, zero)));
  show("pmax", wasm_f32x4_pmax(x, wasm_f32x4_neg(x)));
  show("trunc", wasm_i32x4_trunc_sat_f64x2_zero(y));
  show("nearest", wasm_f64x2_nearest(wasm_f64x2_mul(y, wasm_f64x2_const_splat(1e-9))));
  return 0;
}
