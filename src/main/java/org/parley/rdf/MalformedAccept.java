package org.parley.rdf;

/** An {@code Accept} header that is not one (RFC 9110, section 12.5.1), or is too long. */
public final class MalformedAccept extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedAccept(String why) {
    super(
        "The Accept header %s. It should read like: text/turtle, application/ld+json;q=0.9, */*;q=0.1"
            .formatted(why));
  }
}
