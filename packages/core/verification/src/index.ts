export * from './judgement.ts';
export * from './reputation.ts';
