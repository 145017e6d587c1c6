package org.parley.web.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Who asks, as far as an address tells. */
final class Client {
  private Client() {}

  /** The address; of IPv6 the network, its first 64 bits, since a client has all of that. */
  static String of(@Nullable String address) {
    if (address == null || !address.contains(":")) {
      return String.valueOf(address);
    }
    try { // no name is looked up for what has a colon
      return InetAddress.getByName(address) instanceof Inet6Address six
          ? HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(six.getAddress(), 8))
          : address.substring(address.lastIndexOf(':') + 1);
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
