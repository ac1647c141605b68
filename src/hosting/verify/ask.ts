import http from 'node:http';
import https from 'node:https';
import { buffer } from 'node:stream/consumers';
import pRetry from 'p-retry';

/** A host’s response. */
export interface Answer {
  status: number;
  /** As received, with lowercase names; a name may occur twice. */
  headers: [name: string, value: string][];
  body: Buffer;
}

/** A host with open connections. */
export interface Line {
  /**
   * Requests an address, with one retry after a network error. Redirects are not followed.
   * @param headers the headers of the request
   * @throws {Error} if there is no complete response
   */
  ask(address: URL, headers: Record<string, string>): Promise<Answer>;
  close(): void;
}

/** The timeout of a response and the delay before the retry, in ms. */
const [patience, pause] = [20_000, 250];

/** @param atOnce the maximum number of connections */
export function openLine({ protocol }: URL, atOnce: number): Line {
  const { Agent, request } = protocol === 'https:' ? https : http;
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  // Unlike fetch, this keeps duplicate headers separate and does not decompress.
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

/** The value of a header; the first, if there are several. */
export const said = ({ headers }: Answer, name: string) =>
  headers.find(([one]) => one === name)?.[1];
