export { buildPathTracer } from './build-path-tracer.ts';
export * from './path-tracer-tasks.ts';
export * from './temperature-record.ts';
export * from './warming-trend.ts';
