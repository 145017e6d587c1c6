package org.parley.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.queries.BadParameter;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Nothing in a request is silently ignored: a parameter that the method of a controller does not
 * name is an error. Those left out below look at theirs themselves. And Spring negotiates nothing:
 * we do.
 */
@Configuration(proxyBeanMethods = false)
class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(this)
        .excludePathPatterns(
            "/queries/**", "/search", "/suggest", "/changes*", "/documents/*", "/sparql", "/error");
  }

  @Override
  public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
    configurer.strategies(List.of(request -> List.of(MediaType.ALL)));
  }

  /**
   * @throws BadParameter when there is one that is not known
   */
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      Set<String> known =
          Arrays.stream(method.getMethodParameters())
              .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
              .map(KnownParameters::name)
              .collect(Collectors.toCollection(TreeSet::new));
      known.add("revision");
      for (String given : request.getParameterMap().keySet()) {
        if (!known.contains(given)) {
          throw new BadParameter(
              given,
              "There is no parameter '%s' here. There may be %s."
                  .formatted(given, String.join(", ", known)));
        }
      }
    }
    return true;
  }

  private static String name(MethodParameter parameter) {
    RequestParam said = parameter.getParameterAnnotation(RequestParam.class);
    return said == null || said.name().isEmpty() ? parameter.getParameter().getName() : said.name();
  }
}
