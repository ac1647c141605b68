import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** An answer, with every line of its head as it came. */
export interface Answer {
  status: number;
  headers: [name: string, value: string][];
  body: Buffer;
}

/** The values of a header, however often it came. */
export const values = ({ headers }: Pick<Answer, 'headers'>, name: string) =>
  headers.filter(([one]) => one.toLowerCase() === name.toLowerCase()).map(([, value]) => value);

const kept = new Agent({ keepAlive: true, maxSockets: 8 });

/** For a connection of its own. */
export const fresh = new Agent();

/** Asks a server on this machine. Nothing of the path is changed on the way. */
export async function ask(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  agent = kept,
): Promise<Answer> {
  const asked = request({ host: '127.0.0.1', port, path, headers, method, agent }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const { rawHeaders } = answer;
  return {
    status: answer.statusCode!,
    headers: rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [[name, rawHeaders[at + 1]!]] : [])),
    body: await buffer(answer),
  };
}

/** Sends bytes as they are, says that no more will come, and gives back what comes until the server hangs up. */
export function send(port: number, bytes: string): Promise<string> {
  return new Promise((settle) => {
    const socket = connect(port, '127.0.0.1');
    let said = '';
    socket.on('data', (chunk) => (said += chunk.toString('latin1')));
    socket.on('error', () => {});
    socket.on('close', () => settle(said));
    // Whatever waits for more then waits no longer, however fast the machine is.
    socket.end(bytes, 'latin1');
  });
}
