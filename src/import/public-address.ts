import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is on the public internet: not loopback, private, link-local, multicast or any
 * other special-purpose address in IANA’s registries (RFC 6890).
 * @param address IPv4 or IPv6 in any notation; anything else is not public
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}
