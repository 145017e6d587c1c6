package org.parley.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.intake.Conditions;
import org.parley.queries.BadParameter;
import org.parley.rdf.RdfFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a request to put a document in or take it out says: the condition (RFC 9110 §13.1), the
 * {@code Idempotency-Key}, and the body, which is a bundle or a form with a bundle and a text.
 */
final class DocumentRequest {

  /** 8 MiB: the longest bundle, and the longest text. */
  static final int LONGEST = 8 << 20;

  private static final List<RdfFormat> FORMATS =
      Arrays.stream(RdfFormat.values()).filter(f -> f.graphs() && f.lang().isPresent()).toList();
  private static final String READ =
      "Send the bundle as one of "
          + String.join(", ", FORMATS.stream().map(RdfFormat::mediaType).toList())
          + ", not compressed; or as multipart/form-data with the parts 'bundle', of such a type,"
          + " and 'text'.";
  private static final Pattern TAG = Pattern.compile("\"([\\w-]{43})-trig\"");
  private static final Pattern KEY = Pattern.compile("\"?([\\x21\\x23-\\x7e]{1,200})\"?");

  private final HttpServletRequest request;

  DocumentRequest(HttpServletRequest request) {
    this.request = request;
  }

  /**
   * Under which it is to be done.
   *
   * @param dryRun the value of the parameter of that name, or null
   * @throws BadParameter when it is neither true nor false
   */
  Conditions conditions(@Nullable String dryRun) {
    if (dryRun != null && !dryRun.equals("true") && !dryRun.equals("false")) {
      throw new BadParameter("dry-run", "Parameter 'dry-run' is true or false.");
    }
    String none = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    if (none != null && !none.strip().equals("*")) {
      throw bad("If-None-Match can only be * here: there must be no such document yet.");
    }
    return new Conditions(match(), none != null, key(), "true".equals(dryRun));
  }

  /** The versions that are meant, {@code *} for any; a weak tag means none (RFC 9110 §13.1.1). */
  private @Nullable Set<String> match() {
    List<String> headers = Collections.list(request.getHeaders(HttpHeaders.IF_MATCH));
    if (headers.isEmpty()) {
      return null;
    }
    Set<String> meant = new HashSet<>();
    for (String tag : String.join(",", headers).split(",", -1)) {
      var digest = TAG.matcher(tag.strip());
      if (digest.matches()) {
        byte[] bytes = Base64.getUrlDecoder().decode(digest.group(1));
        meant.add("sha256:" + HexFormat.of().formatHex(bytes));
      } else {
        meant.add(tag.strip());
      }
    }
    return meant;
  }

  private @Nullable String key() {
    String header = request.getHeader("Idempotency-Key");
    if (header == null) {
      return null;
    }
    var key = KEY.matcher(header.strip());
    if (!key.matches()) {
      throw bad("Idempotency-Key is 1 to 200 visible ASCII characters, such as a UUID.");
    }
    return key.group(1);
  }

  /**
   * Looks at what the body is, before anything reads it: a form would be taken for parameters.
   *
   * @throws ResponseStatusException when it is none that is read here
   */
  void requireType() {
    MediaType type = type(request.getContentType());
    if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
      throw unsupported();
    }
    if (!isForm(type)) {
      var unused = format(type);
    }
  }

  /** The body. */
  Body body() throws IOException {
    MediaType type = type(request.getContentType());
    if (!isForm(type)) {
      return new Body(format(type), read(request.getInputStream()), null);
    }
    try {
      Part bundle = request.getPart("bundle");
      Part text = request.getPart("text");
      if (bundle == null) {
        throw bad("The form has no part 'bundle'. " + READ);
      }
      return new Body(
          format(type(bundle.getContentType())),
          read(bundle.getInputStream()),
          text == null ? null : read(text.getInputStream()));
    } catch (ServletException e) {
      throw bad("The form cannot be read. " + READ);
    } catch (IllegalStateException e) {
      throw tooLarge();
    }
  }

  private static byte[] read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw tooLarge();
    }
    return bytes;
  }

  private static MediaType type(@Nullable String header) {
    try {
      return MediaType.parseMediaType(header == null ? "" : header);
    } catch (InvalidMediaTypeException e) {
      throw unsupported();
    }
  }

  private static boolean isForm(MediaType type) {
    return type.isConcrete() && type.equalsTypeAndSubtype(MediaType.MULTIPART_FORM_DATA);
  }

  private static RdfFormat format(MediaType type) {
    return FORMATS.stream()
        .filter(f -> f.mediaType().equals(type.getType() + "/" + type.getSubtype()))
        .findFirst()
        .orElseThrow(DocumentRequest::unsupported);
  }

  private static ResponseStatusException unsupported() {
    return new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, READ);
  }

  private static ResponseStatusException tooLarge() {
    return new ResponseStatusException(
        HttpStatus.CONTENT_TOO_LARGE,
        "A bundle and a text have %d MiB each at most.".formatted(LONGEST >> 20));
  }

  private static ResponseStatusException bad(String message) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, message);
  }

  /** A bundle, and the text of its document if it came along. */
  @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
  record Body(RdfFormat format, byte[] bundle, byte @Nullable [] text) {}
}
