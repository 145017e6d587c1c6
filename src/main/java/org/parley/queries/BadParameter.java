package org.parley.queries;

/** A parameter that is missing, unknown, repeated or of the wrong type. */
public final class BadParameter extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String parameter;

  public BadParameter(String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  /** The name of the parameter at fault, as the caller wrote it. */
  public String parameter() {
    return parameter;
  }
}
