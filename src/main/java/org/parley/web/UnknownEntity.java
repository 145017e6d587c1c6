package org.parley.web;

import org.parley.vocab.Prefixes;

/** A well-formed name of which the data set says nothing. */
final class UnknownEntity extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownEntity(Entity entity) {
    super(
        Prefixes.KINDS.contains(entity.kind())
            ? "The data set says nothing of '%s'. /search finds what it names."
                .formatted(entity.name())
            : "There is no kind '%s'. The kinds are %s."
                .formatted(entity.kind(), String.join(", ", Prefixes.KINDS)));
  }
}
