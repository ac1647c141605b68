import { appendFileSync } from 'node:fs';
import dns from 'node:dns';
import net from 'node:net';
import { syncBuiltinESMExports } from 'node:module';

// Preloaded into builds under test: whoever asks for the network is refused, and noted even if it
// swallows the refusal.
const refuse = (...asked: unknown[]): never => {
  appendFileSync(process.env.NETWORK_LOG ?? '/dev/stderr', `${JSON.stringify(asked[0])}\n`);
  throw new Error('The network is off.');
};
net.Socket.prototype.connect = refuse;
dns.lookup = refuse as unknown as typeof dns.lookup;
dns.promises.lookup = refuse as unknown as typeof dns.promises.lookup;
syncBuiltinESMExports();
