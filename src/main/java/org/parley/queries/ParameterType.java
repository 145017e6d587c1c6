package org.parley.queries;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.parley.vocab.Vocab;

/** What kind of value a parameter takes. */
public enum ParameterType {
  /** An absolute IRI, or the end of one of ours, {@code kind/slug}. */
  IRI("kind/slug as in actor/russia, or a full http, https or urn IRI") {
    @Override
    Optional<Node> read(String value) {
      String iri = OURS.matcher(value).matches() ? Vocab.ID + value : value;
      return isAbsolute(iri) ? Optional.of(NodeFactory.createURI(iri)) : Optional.empty();
    }
  },
  /** Any text. */
  STRING("text without control characters") {
    @Override
    Optional<Node> read(String value) {
      return value.codePoints().noneMatch(ParameterType::isControl)
          ? Optional.of(NodeFactory.createLiteralString(value))
          : Optional.empty();
    }
  },
  /** A whole number, {@code xsd:integer}. */
  INTEGER("a whole number as in 20") {
    @Override
    Optional<Node> read(String value) {
      return typed(WHOLE.matcher(value).matches(), value, XSDDatatype.XSDinteger);
    }
  },
  /** A calendar day, {@code xsd:date} without a time zone. */
  DATE("a day as in 2025-11-12") {
    @Override
    Optional<Node> read(String value) {
      return typed(isDay(value), value, XSDDatatype.XSDdate);
    }
  },
  /** {@code xsd:boolean}. */
  BOOLEAN("true or false") {
    @Override
    Optional<Node> read(String value) {
      return typed(value.equals("true") || value.equals("false"), value, XSDDatatype.XSDboolean);
    }
  };

  private static final Pattern OURS = Pattern.compile("[a-z]+/[A-Za-z0-9][A-Za-z0-9._~-]*");
  private static final Pattern ABSOLUTE = Pattern.compile("(https?://|urn:).+");
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final String expected;

  ParameterType(String expected) {
    this.expected = expected;
  }

  /** What a value must look like, to be read after the words "must be". */
  public String expected() {
    return expected;
  }

  /** The term that the value stands for; empty when it is not of this type. */
  abstract Optional<Node> read(String value);

  static Optional<ParameterType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.toString().equals(name)).findFirst();
  }

  static String names() {
    return Arrays.stream(values()).map(ParameterType::toString).collect(Collectors.joining(", "));
  }

  /** The type's name as query files and the catalogue write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Optional<Node> typed(boolean valid, String value, XSDDatatype datatype) {
    return valid ? Optional.of(NodeFactory.createLiteralDT(value, datatype)) : Optional.empty();
  }

  private static boolean isControl(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }

  private static boolean isAbsolute(String value) {
    try {
      return ABSOLUTE.matcher(value).matches() && !IRIx.create(value).hasViolations();
    } catch (IRIException e) {
      return false;
    }
  }

  private static boolean isDay(String value) {
    try {
      return DAY.matcher(value).matches() && LocalDate.parse(value) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
