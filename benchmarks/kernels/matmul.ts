// Three nested counted loops over f64 in memory.
const N: i32 = 240;
const A: usize = 65536;
const B: usize = A + <usize>(N * N * 8);
const C: usize = B + <usize>(N * N * 8);
memory.grow(32);
for (let i = 0; i < N * N; i++) {
  store<f64>(A + (<usize>i << 3), <f64>(i % 17) * 0.25);
  store<f64>(B + (<usize>i << 3), <f64>(i % 13) * 0.5);
}
for (let i = 0; i < N; i++) {
  for (let j = 0; j < N; j++) {
    let sum: f64 = 0;
    for (let k = 0; k < N; k++) {
      sum += load<f64>(A + (<usize>(i * N + k) << 3)) * load<f64>(B + (<usize>(k * N + j) << 3));
    }
    store<f64>(C + (<usize>(i * N + j) << 3), sum);
  }
}
