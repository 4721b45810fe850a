/** The part of npm `wasm-metering` that is measured; the package ships no types. */
declare module 'wasm-metering' {
  const metering: { meterWASM(wasm: Uint8Array): Uint8Array };
  export default metering;
}
