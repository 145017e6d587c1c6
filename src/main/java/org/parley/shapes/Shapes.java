package org.parley.shapes;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.validation.ReportEntry;

/** Validation by shapes (SHACL, section 3). */
public final class Shapes {

  private Shapes() {}

  /**
   * Every violation of the shapes by the data. Classes are looked up in the data, so it must hold
   * the ontology too.
   *
   * @throws BadRule when the shapes are none
   */
  public static List<Finding> validate(Graph shapes, Graph data) {
    try {
      return ShaclValidator.get()
          .validate(org.apache.jena.shacl.Shapes.parse(shapes), data)
          .getEntries()
          .stream()
          .map(Shapes::finding)
          .toList();
    } catch (RuntimeException e) {
      // The engine throws whatever it stumbles over: a cast, a pattern, a path.
      throw new BadRule(Path.of("ontology/shapes"), e);
    }
  }

  private static Finding finding(ReportEntry entry) {
    String path = entry.resultPath() == null ? "" : " (at " + entry.resultPath() + ")";
    return new Finding(
        String.valueOf(entry.source()),
        entry.message() + path,
        entry.focusNode(),
        null,
        entry.sourceConstraintComponent());
  }
}
