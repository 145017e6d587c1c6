package org.parley.web.guard;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;

/** An answer that is broken off when it is taken too slowly. Only the time in writing counts. */
final class PacedAnswer extends HttpServletResponseWrapper {
  private static final int PIECE = 8 << 10;

  private final Quota quota;
  private @Nullable Paced stream;
  private long nanos;
  private long bytes;

  PacedAnswer(HttpServletResponse response, Quota quota) {
    super(response);
    this.quota = quota;
  }

  /** Whether the client was too slow. */
  boolean broken() {
    return quota.left(nanos, bytes) <= 0;
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (stream == null) {
      stream = new Paced(super.getOutputStream());
    }
    return stream;
  }

  private final class Paced extends ServletOutputStream {
    private final ServletOutputStream rest;

    Paced(ServletOutputStream rest) {
      this.rest = rest;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      for (int done = 0; done < length; done += PIECE) {
        int piece = Math.min(PIECE, length - done);
        long since = begun();
        rest.write(from, offset + done, piece);
        bytes += piece;
        nanos += System.nanoTime() - since;
      }
    }

    @Override
    public void flush() throws IOException {
      long since = begun();
      rest.flush();
      nanos += System.nanoTime() - since;
    }

    private long begun() throws ClientAbortException {
      if (broken()) {
        throw new ClientAbortException("The client takes the answer too slowly");
      }
      return System.nanoTime();
    }

    @Override
    public boolean isReady() {
      return rest.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      rest.setWriteListener(listener);
    }
  }
}
