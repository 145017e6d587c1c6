package org.parley.web.guard;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.NioEndpoint;

/**
 * Accepts so many connections at once from a client. They are counted anew for each that comes, of
 * those that are open: nothing has to be kept in step with what is closed.
 */
final class Connections extends NioEndpoint {
  private volatile int most;

  /** How many; 0 for any number. */
  void setMost(int most) {
    this.most = most;
  }

  /** Whether the connection is served; Tomcat closes only those that it has begun to serve. */
  @Override
  protected boolean setSocketOptions(SocketChannel socket) {
    if (most > 0 && open(socket) >= most) {
      destroySocket(socket);
      return false;
    }
    return super.setSocketOptions(socket);
  }

  private long open(SocketChannel socket) {
    try {
      if (!(socket.getRemoteAddress() instanceof InetSocketAddress address)) {
        return 0; // a local socket, which has no client
      }
      String client = Client.of(address.getAddress().getHostAddress());
      return getConnections().stream()
          .filter(open -> client.equals(Client.of(open.getRemoteAddr())))
          .count();
    } catch (IOException e) {
      return most; // gone already
    }
  }
}
