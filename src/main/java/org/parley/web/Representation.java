package org.parley.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.rdf.Accept;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;

/** Choosing and sending representations (RFC 9110, sections 8 and 12). */
final class Representation {
  static final String HTML = "text/html";

  private Representation() {}

  /**
   * The offer that the client likes best.
   *
   * @throws NotAcceptable when it likes none
   * @throws org.parley.rdf.MalformedAccept when its header is none
   */
  static <T> T chosen(@Nullable String accept, List<T> offers, Function<T, String> mediaType) {
    return Accept.parse(accept)
        .best(offers, mediaType)
        .orElseThrow(() -> new NotAcceptable(offers.stream().map(mediaType).toList()));
  }

  /** A start on 200 for bytes of that type: with a strong entity tag, which the bytes determine. */
  static BodyBuilder ok(String mediaType, byte[] body) {
    return ResponseEntity.ok()
        .contentType(typed(mediaType))
        .eTag(tag(body))
        .header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }

  private static MediaType typed(String mediaType) {
    MediaType type = MediaType.parseMediaType(mediaType);
    return type.getType().equals("text") ? new MediaType(type, StandardCharsets.UTF_8) : type;
  }

  private static String tag(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return "\"" + HexFormat.of().formatHex(digest, 0, 16) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
