package org.parley.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Conditional reads, by RFC 9110 §13.2.2. Spring heeds {@code If-Match} and {@code *} for writes
 * only.
 */
final class Preconditions {
  private Preconditions() {}

  /**
   * 200 or 304.
   *
   * @param tag the entity tag of what would be sent
   * @param modified when that was last modified
   * @throws ErrorResponseException with status 412 when the client wants another one
   */
  static HttpStatus of(HttpServletRequest request, @Nullable String tag, Instant modified) {
    String strong = request.getHeader(HttpHeaders.IF_MATCH);
    if (strong != null
        ? !matches(request, HttpHeaders.IF_MATCH, tag, true)
        : after(request, HttpHeaders.IF_UNMODIFIED_SINCE, modified, false)) {
      throw new ErrorResponseException(
          HttpStatus.PRECONDITION_FAILED,
          ProblemDetail.forStatusAndDetail(
              HttpStatus.PRECONDITION_FAILED,
              "There is another version by now. Ask without If-Match and If-Unmodified-Since."),
          null);
    }
    boolean same =
        request.getHeader(HttpHeaders.IF_NONE_MATCH) != null
            ? matches(request, HttpHeaders.IF_NONE_MATCH, tag, false)
            : !after(request, HttpHeaders.IF_MODIFIED_SINCE, modified, true);
    return same ? HttpStatus.NOT_MODIFIED : HttpStatus.OK;
  }

  /** Whether a header lists the tag. */
  static boolean matches(
      HttpServletRequest request, String header, @Nullable String tag, boolean strongly) {
    List<String> lines = Collections.list(request.getHeaders(header));
    ETag present = tag == null ? new ETag("", true) : ETag.create(tag);
    return ETag.parse(String.join(", ", lines)).stream()
        .anyMatch(wanted -> wanted.isWildcard() || wanted.compare(present, strongly));
  }

  /** Whether that is after what a header names; the other value where it names no time. */
  private static boolean after(
      HttpServletRequest request, String header, Instant modified, boolean otherwise) {
    long time;
    try {
      time = request.getDateHeader(header);
    } catch (IllegalArgumentException e) {
      return otherwise; // RFC 9110 §13.1.3: what is no date is ignored
    }
    return time < 0
        ? otherwise
        : modified.truncatedTo(ChronoUnit.SECONDS).isAfter(Instant.ofEpochMilli(time));
  }
}
