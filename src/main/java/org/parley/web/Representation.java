package org.parley.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.rdf.Accept;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** The bytes of an answer and what its headers say of them (RFC 9110, section 8). */
final class Representation {
  static final String HTML = "text/html";
  static final String JSON = "application/json";

  private final String mediaType;
  private final byte[] body;
  private final List<String> links = new ArrayList<>();
  private boolean complete = true;
  private boolean immutable;
  private boolean live;
  private @Nullable String location;

  private Representation(String mediaType, byte[] body) {
    this.mediaType = mediaType;
    this.body = body;
  }

  /**
   * One that is complete and has no links.
   *
   * @param mediaType without parameters
   */
  static Representation of(String mediaType, byte[] body) {
    return new Representation(mediaType, body);
  }

  /** Says whether it holds everything it was asked for. */
  Representation complete(boolean value) {
    complete = value;
    return this;
  }

  /** Says that what stands at this path never changes. */
  Representation immutable() {
    immutable = true;
    return this;
  }

  boolean isImmutable() {
    return immutable;
  }

  /** Says that it shows what can change without a new revision, such as a file on disk. */
  Representation live() {
    live = true;
    return this;
  }

  boolean isLive() {
    return live;
  }

  /** Says where this variant stands by itself: the {@code Content-Location}. */
  Representation at(String path) {
    location = path;
    return this;
  }

  /** Adds a link (RFC 8288), with attributes such as {@code type="text/csv"}. */
  Representation link(String path, String relation, String... attributes) {
    links.add(
        "<%s>; rel=\"%s\"".formatted(path, relation)
            + Arrays.stream(attributes).map("; "::concat).collect(Collectors.joining()));
    return this;
  }

  /** Links to the same in another media type. */
  Representation alternate(String path, String mediaType) {
    return link(path, "alternate", "type=\"%s\"".formatted(mediaType));
  }

  boolean isComplete() {
    return complete;
  }

  byte[] body() {
    return body;
  }

  /** What it says of itself. */
  HttpHeaders headers() {
    HttpHeaders headers = new HttpHeaders();
    MediaType type = MediaType.parseMediaType(mediaType);
    headers.setContentType(
        type.getType().equals("text") ? new MediaType(type, StandardCharsets.UTF_8) : type);
    headers.set("Parley-Complete", Boolean.toString(complete));
    if (location != null) {
      headers.set(HttpHeaders.CONTENT_LOCATION, location);
    }
    links.forEach(link -> headers.add(HttpHeaders.LINK, link));
    return headers;
  }

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
}
