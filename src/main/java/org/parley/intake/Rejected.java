package org.parley.intake;

import java.util.List;
import java.util.stream.Collectors;
import org.parley.shapes.Finding;

/** The data was not taken in; the store is as it was. */
public final class Rejected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final int SHOWN = 8;

  /** More than this nobody reads at once, and each takes time to locate. */
  static final int MOST = 100;

  private final transient List<Finding> findings;

  Rejected(List<Finding> findings) {
    super(message(findings));
    this.findings = findings.stream().limit(MOST).toList();
  }

  /** What is wrong, in the order in which it was found, the first hundred. */
  public List<Finding> findings() {
    return findings;
  }

  /** All of it, in words. */
  public String report() {
    return findings.stream().map(Finding::toString).collect(Collectors.joining("\n\n", "", "\n"));
  }

  private static String message(List<Finding> findings) {
    String shown =
        findings.stream().limit(SHOWN).map(f -> "  " + f).collect(Collectors.joining("\n"));
    String more = findings.size() > SHOWN ? "\n  … and " + (findings.size() - SHOWN) + " more" : "";
    return "Nothing was taken in: "
        + findings.size()
        + (findings.size() == 1 ? " finding" : " findings")
        + " in the data.\n"
        + shown
        + more
        + "\nMend what is named above; the store is as it was.";
  }
}
