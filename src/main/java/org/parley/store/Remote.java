package org.parley.store;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a SPARQL server elsewhere is asked, where it is not as a stock Fuseki is.
 *
 * @param query where it takes queries (SPARQL 1.1 Protocol §2.1); without it {@code /sparql} below
 *     the address of the store
 * @param update where it takes updates (§2.2); without it {@code /update} below that address
 * @param user who we are there, told by RFC 7617; without it nobody
 * @param password of that user
 * @param timeout how long it may be silent: until it answers, and within an answer; 30s without it
 * @param changes directory of the change log, which such a server does not keep; without it {@code
 *     changes} in the working directory
 */
public record Remote(
    @Nullable URI query,
    @Nullable URI update,
    @Nullable String user,
    @Nullable String password,
    @Nullable Duration timeout,
    @Nullable Path changes) {

  /** A stock Fuseki that anybody may ask. */
  public static final Remote STANDARD = new Remote(null, null, null, null, null, null);

  /**
   * @throws IllegalArgumentException when an address is none of HTTP, holds a password, or the
   *     timeout is not positive, or there is a password and no user
   */
  public Remote {
    Endpoint.check(query);
    Endpoint.check(update);
    if (timeout != null && !timeout.isPositive()) {
      throw new IllegalArgumentException("a server needs time to answer, such as 30s");
    }
    if (password != null && user == null) {
      throw new IllegalArgumentException("a password is somebody's: give the user, too");
    }
  }

  /** The same without the password, so that it can be logged. */
  @Override
  public String toString() {
    return "Remote[query=%s, update=%s, user=%s, timeout=%s, changes=%s]"
        .formatted(query, update, user, timeout, changes);
  }
}
