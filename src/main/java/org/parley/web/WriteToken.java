package org.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The bearer token (RFC 6750) that a request must carry to change the data.
 *
 * @param secret null when nobody may
 */
public record WriteToken(@Nullable String secret) {

  private static final String SCHEME = "Bearer ";

  /** Whether anybody may change the data. */
  public boolean present() {
    return secret != null;
  }

  /** Whether an {@code Authorization} header carries it; it takes as long whatever is given. */
  boolean isCarriedBy(@Nullable String header) {
    return secret != null
        && header != null
        && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(
            Representations.digest(header.substring(SCHEME.length()).strip().getBytes(UTF_8)),
            Representations.digest(Objects.requireNonNull(secret).getBytes(UTF_8)));
  }

  /** Says whether it is set, never what it is. */
  @Override
  public String toString() {
    return present() ? "a token is set" : "no token is set";
  }
}
