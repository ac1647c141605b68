import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address belongs to the public internet: not to this machine, a private network, a link,
 * a group or one of the other kinds that IANA’s registries set apart (RFC 6890).
 * @param address of IPv4 or IPv6 in any notation; what is none is not public
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}
