/**
 * Which addresses a link may have, and which of them the visitor may open. A link is written by somebody else, so that
 * without these rules it could make this server ask its own neighbours: loopback, the cloud's metadata service, a
 * printer. Names are resolved first, every address that they stand for is checked, and the connection goes to the
 * address that was checked, so that a name cannot mean something else a moment later (DNS rebinding).
 */
import { BlockList, isIP, isIPv4 } from 'node:net';
import { type Words, words } from '@yunsu/api';

/** IPv4 networks that are not the public internet (RFC 6890 and its registry; 100.64.0.0/10 holds a cloud's metadata service). */
const NOT_PUBLIC_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
] as const;
/** Networks inside 2000::/3 that lead elsewhere: Teredo and ORCHID, documentation, 6to4 (which holds an IPv4 address). */
const NOT_PUBLIC_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'] as const;

function listOf(networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}

const notPublicV4 = listOf(NOT_PUBLIC_V4, 'ipv4');
const notPublicV6 = listOf(NOT_PUBLIC_V6, 'ipv6');
/** All of IPv6 that is given out to the public (RFC 4291 §2.4); mapped and embedded IPv4 addresses lie outside of it. */
const publicV6 = listOf(['2000::/3'], 'ipv6');

/** True for an address of the public internet. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !notPublicV4.check(address, 'ipv4');
  if (isIP(address) === 0 || address.includes('%')) return false;
  return publicV6.check(address, 'ipv6') && !notPublicV6.check(address, 'ipv6');
}

/** Names that never lead to the public internet (RFC 6761, RFC 6762, RFC 8375, and habit). */
const privateName =
  /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|home\.arpa|test|invalid)$/;

/** Ports on which something other than the web is spoken (Fetch standard, "bad port"); below 1024 only 80 and 443 are web. */
const badPorts = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10080,
]);

/** The host of an address without the brackets of IPv6 and the dot of the root. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

/** The port that an address means. */
export const portOf = (url: URL): number => Number(url.port || (url.protocol === 'https:' ? 443 : 80));

/**
 * Why a link may not lead to an address, or undefined. `URL` has brought decimal, octal, hexadecimal and shortened
 * spellings of IPv4 to the usual one before the network is looked at (WHATWG URL §3.5).
 */
export function addressFault(text: string): Words | undefined {
  if (!URL.canParse(text)) return words('This is not a web address.', '这不是有效的网址。');
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return words('Only http and https addresses are taken.', '仅接受 http 或 https 网址。');
  if (url.username !== '' || url.password !== '')
    return words('An address with a user name or password is not taken.', '网址不得包含用户名或密码。');
  const host = hostOf(url);
  if (isIP(host) !== 0 ? !isPublicAddress(host) : privateName.test(host) || !host.includes('.'))
    return words(`${host} is not on the public internet.`, `${host} 不在公共互联网上。`);
  const port = portOf(url);
  if ((port < 1024 && port !== 80 && port !== 443) || badPorts.has(port))
    return words(`Port ${port} is not one of web servers.`, `端口 ${port} 不用于网页服务。`);
  return undefined;
}
