// Calls, and nothing else: the worst case for anything that is counted at calls.
function fib(n: i32): i32 {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}
let sink: i32 = 0;
sink = fib(34);
