import { BlockList, isIPv4 } from "node:net";

/** IPv4 networks that are nobody's on the public internet: RFC 6890 and its successors, multicast. */
const INWARD_4 =
  "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3";
/** Of the one block that is given out, 2000::/3, what leads elsewhere: Teredo and its kin, documentation, 6to4. */
const INWARD_6 = "2001::/23 2001:db8::/32 2002::/16 3fff::/20";
const OUTWARD_6 = "2000::/3";

const inward = listOf(`${INWARD_4} ${INWARD_6}`);
const outward = listOf(OUTWARD_6);

function listOf(networks: string) {
  const list = new BlockList();
  for (const network of networks.split(" ")) {
    const [address = "", bits] = network.split("/");
    list.addSubnet(address, Number(bits), familyOf(address));
  }
  return list;
}

function familyOf(address: string) {
  return isIPv4(address) ? "ipv4" : "ipv6";
}

/** Whether an IP address belongs to a machine on the public internet: one inside the operator's network is never asked. */
export function isPublicAddress(address: string) {
  const family = familyOf(address);
  return !inward.check(address, family) && (family === "ipv4" || outward.check(address, family));
}
