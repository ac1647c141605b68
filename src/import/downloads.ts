import { lookup } from 'node:dns/promises';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** The limits for the files of one import. */
export interface DownloadLimits {
  /** Whether requests to a server’s IP address are allowed. */
  mayReach: (address: string) => boolean;
  /** For all files together. */
  bytes: number;
  milliseconds: number;
  /** For each file. */
  millisecondsEach: number;
}

const usual: DownloadLimits = {
  mayReach: isPublicAddress,
  bytes: 10 * 1024 ** 3,
  milliseconds: 2 * 60 * 60_000,
  millisecondsEach: 30_000,
};

const mostRedirects = 5;

/** Why a file was not fetched, in words for editors. */
class Unfetched extends Error {}

/**
 * Fetches files from the web for one import. The imported content decides which servers get requests, so
 * only servers on the public internet are allowed: the name is resolved first, and the connection goes to
 * the address that was checked. Each redirect is checked in the same way.
 */
export class Downloads {
  readonly #limits: DownloadLimits;
  readonly #end: AbortSignal;
  #bytesLeft: number;

  /** Starts the time limit for all files. */
  constructor(limits: Partial<DownloadLimits> = {}) {
    this.#limits = { ...usual, ...limits };
    this.#end = AbortSignal.timeout(this.#limits.milliseconds);
    this.#bytesLeft = this.#limits.bytes;
  }

  /**
   * Fetches a file.
   * @param largest the size limit, in bytes
   * @returns its bytes, or why it could not be fetched
   */
  async get(address: string, largest: number): Promise<Uint8Array | string> {
    const signal = AbortSignal.any([this.#end, AbortSignal.timeout(this.#limits.millisecondsEach)]);
    try {
      return await this.#follow(new URL(address), largest, signal);
    } catch (error) {
      if (error instanceof Unfetched) return error.message;
      if (this.#end.aborted)
        return `the time limit for all files of an import has passed; ${again}`;
      if (signal.aborted)
        return `its server did not answer within ${this.#limits.millisecondsEach / 1000} seconds`;
      return 'its server could not be reached';
    }
  }

  async #follow(first: URL, largest: number, signal: AbortSignal): Promise<Uint8Array> {
    let url = first;
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      if (this.#bytesLeft <= 0)
        throw new Unfetched(`all files of an import together are too large; ${again}`);
      const answer = await this.#ask(url, signal);
      const { statusCode = 0, headers } = answer;
      if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
        answer.destroy();
        if (!URL.canParse(headers.location, url))
          throw new Unfetched('its server redirects to an invalid address');
        url = new URL(headers.location, url);
      } else if (statusCode === 200) return this.#read(answer, largest);
      else {
        answer.destroy();
        throw new Unfetched(`the server answered ${statusCode}`);
      }
    }
    throw new Unfetched('its server redirects too many times');
  }

  async #ask(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
    if (!/^https?:$/.test(url.protocol)) throw new Unfetched('its address is not a web address');
    const addresses = await this.#resolve(url.hostname.replace(/^\[|\]$/g, ''), signal);
    // The name could resolve to another address by now: connect only to those that were checked.
    const known: LookupFunction = (_name, { all }, done) =>
      all ? done(null, addresses) : done(null, addresses[0]!.address, addresses[0]!.family);
    const request = url.protocol === 'https:' ? requestHttps : requestHttp;
    return new Promise((answered, failed) => {
      const headers = { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'newsroom' };
      const asked = request(url, { lookup: known, agent: false, signal, headers, auth: '' });
      asked.on('response', answered).on('error', failed).end();
    });
  }

  async #resolve(name: string, signal: AbortSignal) {
    const family = isIP(name);
    const addresses = family ? [{ address: name, family }] : await lookup(name, { all: true });
    signal.throwIfAborted();
    if (addresses.length === 0 || !addresses.every(({ address }) => this.#limits.mayReach(address)))
      throw new Unfetched(
        'its server is not on the public internet; `--private-network` allows it',
      );
    return addresses;
  }

  async #read(answer: IncomingMessage, largest: number): Promise<Uint8Array> {
    const tooLarge = new Unfetched(`it is larger than ${largest / 1024 ** 2} MB`);
    const parts: Uint8Array[] = [];
    let size = 0;
    try {
      if (Number(answer.headers['content-length']) > largest) throw tooLarge;
      for await (const part of answer as AsyncIterable<Uint8Array>) {
        size += part.length;
        this.#bytesLeft -= part.length;
        // The server may have stated a wrong size.
        if (size > largest) throw tooLarge;
        if (this.#bytesLeft < 0)
          throw new Unfetched(`all files of an import together are too large; ${again}`);
        parts.push(part);
      }
    } finally {
      answer.destroy();
    }
    return Buffer.concat(parts);
  }
}

const again = 'to continue, import the same file again';
