package org.parley.web.guard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.springframework.web.ErrorResponseException;

/**
 * Reads on after an answer what is left of the request's body, so that the client gets to read the
 * answer: closing at once would reset the connection. Tomcat would do so too, but as slowly as the
 * client likes.
 */
record Draining(Adapter rest) implements Adapter {
  private static final int MOST = 64 << 10;

  @Override
  public void service(Request request, Response response) throws Exception {
    if (request.requestURI().equals("*") && request.getMethod().equals("OPTIONS")) {
      request.decodedURI().setString("/");
      request.requestURI().setString("/"); // for * Tomcat lists by itself what nothing here takes
    }
    rest.service(request, response);
    if (!request.hasExpectation()) {
      drain(request);
    }
    if (!read(request)) {
      request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
  }

  private static void drain(Request request) {
    long end = request.getBytesRead() + MOST;
    try {
      int more = 0;
      while (more >= 0 && request.getBytesRead() < end && !read(request)) {
        more = request.doRead(new Nowhere());
      }
    } catch (IOException | ErrorResponseException e) {
      // the connection is closed, as the body is not read
    }
  }

  private static boolean read(Request request) {
    AtomicBoolean whole = new AtomicBoolean();
    request.action(ActionCode.REQUEST_BODY_FULLY_READ, whole);
    return whole.get();
  }

  @Override
  public boolean prepare(Request request, Response response) throws Exception {
    return rest.prepare(request, response);
  }

  @Override
  public boolean asyncDispatch(Request request, Response response, SocketEvent status)
      throws Exception {
    return rest.asyncDispatch(request, response, status);
  }

  @Override
  public void log(Request request, Response response, long time) {
    rest.log(request, response, time);
  }

  @Override
  public void checkRecycled(Request request, Response response) {
    rest.checkRecycled(request, response);
  }

  @Override
  public String getDomain() {
    return rest.getDomain();
  }

  private static final class Nowhere implements ApplicationBufferHandler {
    private ByteBuffer buffer = ByteBuffer.allocate(0);

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
      this.buffer = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return buffer;
    }

    @Override
    public void expand(int size) {}
  }
}
