export { buildPathTracer } from './build-path-tracer.ts';
export * from './path-tracer-tasks.ts';
export * from './temperature-record.ts';
export * from './warming-trend.ts';
export { compileAssemblyScript } from './compile-assembly-script.ts';
export { compileC } from './compile-c.ts';
