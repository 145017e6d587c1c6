package org.parley.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets a request that would change the data through when it carries the token; no other reaches
 * what reads its body. It stands before every method of a controller, however the path that led
 * there is spelt. A browser carries no token by itself, so no other site can make it write.
 */
@Configuration(proxyBeanMethods = false)
class WriteGate implements HandlerInterceptor, WebMvcConfigurer {
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  private final WriteToken token;
  private final Problems problems;

  WriteGate(WriteToken token, Problems problems) {
    this.token = token;
    this.problems = problems;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).order(Integer.MIN_VALUE).excludePathPatterns("/error");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (READS.contains(request.getMethod())
        || token.isCarriedBy(request.getHeader(HttpHeaders.AUTHORIZATION))) {
      return true;
    }
    if (token.present()) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"parley\"");
    }
    problems.write(
        request,
        response,
        token.present()
            ? new Problem(
                401,
                "unauthorized",
                "A token is needed to write",
                "Send the server's token as 'Authorization: Bearer TOKEN'.")
            : new Problem(
                403,
                "writes-off",
                "Nobody may write here",
                "This server takes no changes: it was started without the setting parley.token."));
    return false;
  }
}
