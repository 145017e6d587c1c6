package org.parley.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Files of WebJars. Their paths have versions, so what they hold never changes. */
@Configuration(proxyBeanMethods = false)
class Assets implements WebMvcConfigurer {
  /** The folder of the SPARQL editor. */
  static final String YASQE = "/webjars/zazuko__yasqe/4.5.0/build";

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/webjars/**")
        .addResourceLocations("classpath:/META-INF/resources/webjars/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
  }
}
