package org.parley.sparql;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.parley.queries.Deadline;
import org.parley.store.Revision;
import org.parley.store.TooMuch;

/**
 * The body of a successful answer. The response stays untouched until 64 KiB are written or the
 * answer is finished, and flushing does nothing, so that a failure before that can still be told
 * with a status; every write looks at the deadline and at the length.
 */
final class Answer extends OutputStream {

  /** A header that Fuseki sets on everything, and that tells nobody anything. */
  static final String FUSEKI = "Fuseki-Request-Id";

  private static final int HELD_BACK = 64 * 1024;

  private final HttpServletResponse response;
  private final String mediaType;
  private final Deadline deadline;
  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private @Nullable OutputStream body;
  private long left;

  Answer(HttpServletResponse response, String mediaType, Deadline deadline, Limits limits) {
    this.response = response;
    this.mediaType = mediaType;
    this.deadline = deadline;
    this.left = limits.answerBytes();
  }

  /** Says which revision it is of. */
  void of(Revision revision) {
    response.setHeader("Parley-Revision", Long.toString(revision.number()));
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    deadline.check();
    left -= length;
    if (left < 0) {
      throw new TooMuch("The answer is too long. Ask for it in parts, by LIMIT and OFFSET");
    }
    if (body == null && head.size() + length <= HELD_BACK) {
      head.write(bytes, offset, length);
    } else {
      begun().write(bytes, offset, length);
    }
  }

  /** Sends what is held back; without this call nothing short is sent at all. */
  void finish() throws IOException {
    deadline.check();
    if (body == null) {
      response.setContentLength(head.size());
    }
    begun().flush();
  }

  private OutputStream begun() throws IOException {
    if (body == null) {
      response.setContentType(
          mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType);
      response.setHeader("Vary", "Accept"); // Fuseki names headers that make no difference
      response.setHeader(FUSEKI, null);
      response.setHeader("Parley-Complete", "true"); // or it breaks off
      body = response.getOutputStream();
      head.writeTo(body);
    }
    return body;
  }
}
