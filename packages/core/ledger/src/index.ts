export * from './audit.ts';
export * from './books.ts';
export * from './chain.ts';
export * from './errors.ts';
export * from './merkle.ts';
