import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setupWSConnection } from '@y/websocket-server/utils';
import { WebSocketServer } from 'ws';

/** @y/websocket-server as its own `server.js` sets it up, in memory; prints its port. */
const http = createServer();
const sockets = new WebSocketServer({ server: http });
sockets.on('connection', (socket, request) => setupWSConnection(socket, request));
http.listen(0, '127.0.0.1', () => console.log((http.address() as AddressInfo).port));
