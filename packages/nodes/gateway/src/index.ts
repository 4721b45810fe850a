export { createGateway, type Gateway, type GatewayComponents } from './gateway.ts';
export { listen, type Listener } from './listen.ts';
