package org.parley;

/** A setting has a value that cannot be meant. */
final class BadSetting extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadSetting(String name, String why) {
    super("The setting %s %s".formatted(name, why));
  }
}
