/** ES2023's own. */
const LANGUAGE = `AggregateError Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError
  FinalizationRegistry Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array JSON Map Math NaN Number
  Object Promise Proxy RangeError ReferenceError Reflect RegExp Set SharedArrayBuffer String Symbol SyntaxError TypeError
  URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet decodeURI decodeURIComponent encodeURI
  encodeURIComponent escape eval globalThis isFinite isNaN parseFloat parseInt undefined unescape`;
/** Newer, or from the web: all of them functions of their arguments, or of the task's seed and fuel. */
const MORE = `AsyncDisposableStack DOMException DisposableStack Float16Array InternalError Iterator SuppressedError atob btoa
  console performance queueMicrotask`;

/** Every global name that a JavaScript task finds. */
export const JAVASCRIPT_GLOBALS: ReadonlySet<string> = new Set(`${LANGUAGE} ${MORE}`.split(/\s+/));
