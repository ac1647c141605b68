import http from 'node:http';
import https from 'node:https';
import { buffer } from 'node:stream/consumers';
import pRetry from 'p-retry';

/** What a host answered. */
export interface Answer {
  status: number;
  /** As they were sent, with names in small letters; a name may come twice. */
  headers: [name: string, value: string][];
  body: Buffer;
}

/** A host to which connections are kept open. */
export interface Line {
  /**
   * Asks for an address, a second time when the network fails. Redirects are not followed.
   * @param headers of the request
   * @throws {Error} when there is no whole answer
   */
  ask(address: URL, headers: Record<string, string>): Promise<Answer>;
  close(): void;
}

/** How long a host may be silent, and how long until the second try, in ms. */
const [patience, pause] = [20_000, 250];

/** @param atOnce how many connections there are at most */
export function openLine({ protocol }: URL, atOnce: number): Line {
  const { Agent, request } = protocol === 'https:' ? https : http;
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  // Fetch would join what is sent twice, and decompress what is compressed.
  const askOnce = async (address: URL, headers: Record<string, string>): Promise<Answer> => {
    const asked = request(address, { agent, headers, timeout: patience });
    const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
      asked.once('response', resolve).once('error', reject);
      asked.once('timeout', () =>
        asked.destroy(new Error(`it sent nothing for ${patience / 1000} seconds`)),
      );
      asked.end();
    });
    const body = await buffer(response);
    return { status: response.statusCode!, headers: pairs(response.rawHeaders), body };
  };
  return {
    ask: (address, headers) =>
      pRetry(() => askOnce(address, headers), { retries: 1, minTimeout: pause }),
    close: () => agent.destroy(),
  };
}

const pairs = (raw: string[]) =>
  raw.flatMap((name, at): Answer['headers'] =>
    at % 2 === 0 ? [[name.toLowerCase(), raw[at + 1]!]] : [],
  );

/** What an answer says under a name; the first, if there are several. */
export const said = ({ headers }: Answer, name: string) =>
  headers.find(([one]) => one === name)?.[1];
