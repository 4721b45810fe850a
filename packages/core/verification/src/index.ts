export * from './evidence.ts';
export * from './judgement.ts';
export * from './reputation.ts';
