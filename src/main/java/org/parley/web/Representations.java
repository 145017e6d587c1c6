package org.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.queries.Answers;
import org.parley.store.Revision;
import org.parley.store.Store;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Sends representations. Each is made within one reading and by one deadline, so it is of one
 * revision, and says which: {@code Parley-Revision}, and {@code Last-Modified} its time. Its digest
 * ({@code Repr-Digest}, RFC 9530) is its strong entity tag too.
 *
 * <p>A request with {@code ?revision=} gets that revision or is told that it is gone. What it gets
 * is to be asked for again all the same, which costs nothing while nothing changes: a newer program
 * may write the same revision in another way.
 */
@Component
final class Representations {
  private static final String LICENSE =
      "<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"";

  private static final Pattern FILE = Pattern.compile("/([A-Za-z0-9][\\w.~-]*\\.[a-z0-9]{2,6})$");

  private final Answers answers;
  private final Store store;
  private final ITemplateEngine templates;
  private final ResponseCache cache;

  Representations(Answers answers, Store store, ITemplateEngine templates, ResponseCache cache) {
    this.answers = answers;
    this.store = store;
    this.templates = templates;
    this.cache = cache;
  }

  /**
   * Makes and sends a representation.
   *
   * @throws GoneRevision when the request wants a revision before the present one
   * @throws org.parley.queries.BadParameter when it wants what is no revision
   */
  ResponseEntity<byte[]> send(HttpServletRequest request, Supplier<Representation> made) {
    return cache.shared(request, () -> answers.together(() -> sent(request, made))).to(request);
  }

  private ResponseCache.Sent sent(HttpServletRequest request, Supplier<Representation> made) {
    Revision revision = store.revision();
    GoneRevision.check(request.getParameterValues("revision"), revision);
    Representation representation = made.get();
    byte[] digest = digest(representation.body());
    HttpHeaders headers = representation.headers();
    headers.setETag(tag(headers, digest));
    headers.set("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
    headers.setLastModified(revision.at());
    headers.setCacheControl(
        representation.isImmutable()
            ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
            : CacheControl.noCache());
    headers.set("Parley-Revision", Long.toString(revision.number()));
    headers.add(HttpHeaders.LINK, LICENSE);
    named(request).ifPresent(headers::setContentDisposition);
    return new ResponseCache.Sent(revision, headers, representation);
  }

  /** The revision that the present reading sees. */
  Revision revision() {
    return store.revision();
  }

  /**
   * A page.
   *
   * @param template its file's name without {@code .html}
   */
  Representation page(String template, Map<String, ?> model) {
    Context context = new Context(Locale.ENGLISH);
    model.forEach(context::setVariable);
    context.setVariable("revision", store.revision());
    context.setVariable(
        "base", ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString());
    return Representation.of(
        Representation.HTML, templates.process(template, context).getBytes(UTF_8));
  }

  /** The file name that an address ends in; left unsaid, Spring would call every file f.txt. */
  private static Optional<ContentDisposition> named(HttpServletRequest request) {
    return Optional.of(FILE.matcher(request.getRequestURI()))
        .filter(Matcher::find)
        .map(file -> ContentDisposition.inline().filename(file.group(1)).build());
  }

  /** Two formats may have the same bytes, as N-Quads without graphs and N-Triples do. */
  private static String tag(HttpHeaders headers, byte[] digest) {
    return tag(digest, Objects.requireNonNull(headers.getContentType()).getSubtype());
  }

  private static String tag(byte[] digest, String subtype) {
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    return "\"%s-%s\"".formatted(text, subtype);
  }

  /** The entity tag of bytes of that digest, which begins with {@code sha256:}. */
  static String tag(String digest, String subtype) {
    return tag(HexFormat.of().parseHex(digest.substring("sha256:".length())), subtype);
  }

  /** SHA-256, as {@code sha256sum} prints it. */
  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(digest(bytes));
  }

  /** SHA-256. */
  static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
