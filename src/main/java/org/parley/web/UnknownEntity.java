package org.parley.web;

/** A well-formed name of which the data set says nothing. */
final class UnknownEntity extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownEntity(String name) {
    super("The data set says nothing of '" + name + "'. See /queries for what it holds.");
  }
}
