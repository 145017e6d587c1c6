package org.parley.web.guard;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Adapter;
import org.apache.coyote.BadRequestException;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** HTTP/1.1 whose patience with a request ends, and that serves so many connections per client. */
public final class PatientProtocol extends Http11NioProtocol {
  private final Connections connections;
  private Quota quota = Quota.UNBOUNDED;

  /** As Tomcat makes it, by name. */
  public PatientProtocol() {
    this(new Connections());
  }

  private PatientProtocol(Connections connections) {
    super(connections);
    this.connections = connections;
  }

  void setQuota(Quota quota) {
    this.quota = quota;
    connections.setMost(quota.connections());
  }

  @Override
  public void setAdapter(Adapter adapter) {
    super.setAdapter(new Draining(adapter));
  }

  @Override
  protected Processor createProcessor() {
    return new Patient(getAdapter());
  }

  private final class Patient extends Http11Processor {
    Patient(Adapter adapter) {
      super(PatientProtocol.this, adapter);
      request.setInputBuffer(new Body(request.getInputBuffer()));
    }

    /** Called whenever a part of the head has come. */
    @Override
    public SocketState service(SocketWrapperBase<?> socket) throws IOException {
      return left() > 0 ? super.service(socket) : SocketState.CLOSED;
    }

    /** Nanoseconds, from the first byte of the request. */
    private long left() {
      long since = request.getStartTimeNanos();
      return since < 0
          ? Long.MAX_VALUE
          : quota.left(System.nanoTime() - since, request.getBytesRead());
    }

    private final class Body implements InputBuffer {
      private final InputBuffer rest;

      Body(InputBuffer rest) {
        this.rest = rest;
      }

      @Override
      public int doRead(ApplicationBufferHandler handler) throws IOException {
        long millis = TimeUnit.NANOSECONDS.toMillis(left());
        if (millis <= 0) {
          throw late(null);
        }
        SocketWrapperBase<?> socket = getSocketWrapper();
        long silence = socket.getReadTimeout();
        socket.setReadTimeout(silence > 0 ? Math.min(silence, millis) : millis);
        try {
          return rest.doRead(handler);
        } catch (SocketTimeoutException e) {
          throw late(e);
        } catch (EOFException e) {
          throw refused(
              HttpStatus.BAD_REQUEST, "The body ends before its Content-Length (RFC 9112 §8).", e);
        } catch (BadRequestException e) {
          throw refused(
              HttpStatus.BAD_REQUEST, "The body is not in the chunks that RFC 9112 §7.1 tells.", e);
        } finally {
          socket.setReadTimeout(silence);
        }
      }

      @Override
      public int available() {
        return rest.available();
      }
    }

    private ErrorResponseException late(@Nullable Throwable cause) {
      return refused(
          HttpStatus.REQUEST_TIMEOUT,
          "The request did not arrive in time. Send it faster than 16 KiB a second.",
          cause);
    }

    /** The rest of the body is not waited for. */
    private ErrorResponseException refused(
        HttpStatusCode status, String detail, @Nullable Throwable cause) {
      var refused =
          new ErrorResponseException(
              status, ProblemDetail.forStatusAndDetail(status, detail), cause);
      refused.getHeaders().set("Connection", "close");
      return refused;
    }
  }
}
