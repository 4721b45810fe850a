export { buildPathTracer } from './build-path-tracer.ts';
export * from './path-tracer-tasks.ts';
export * from './temperature-record.ts';
export * from './warming-trend.ts';
export { compile as compileAssemblyScript } from './compile.ts';
