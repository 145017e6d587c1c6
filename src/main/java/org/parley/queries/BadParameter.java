package org.parley.queries;

/** A parameter that is missing, unknown, repeated or of the wrong type. */
public final class BadParameter extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String parameter;

  /**
   * @param parameter its name, as the caller wrote it
   * @param message what is wrong with it and what would be right
   */
  public BadParameter(String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  /** The name of the parameter at fault, as the caller wrote it. */
  public String parameter() {
    return parameter;
  }
}
