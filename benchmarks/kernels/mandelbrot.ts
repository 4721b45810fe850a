// Arithmetic on f64 in locals, with a loop that ends when the data says so.
let inside: i32 = 0;
for (let y = 0; y < 360; y++) {
  for (let x = 0; x < 480; x++) {
    const cx: f64 = <f64>x / 160.0 - 2.0;
    const cy: f64 = <f64>y / 180.0 - 1.0;
    let zx: f64 = 0;
    let zy: f64 = 0;
    let n: i32 = 0;
    while (n < 120 && zx * zx + zy * zy < 4.0) {
      const t: f64 = zx * zx - zy * zy + cx;
      zy = 2.0 * zx * zy + cy;
      zx = t;
      n++;
    }
    if (n == 120) inside++;
  }
}
