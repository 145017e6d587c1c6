package org.parley.store;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.jspecify.annotations.Nullable;

/** REGEX and REPLACE (SPARQL 1.1, 17.4.3.14 and 15), which look at the meter as they read. */
final class Matching extends ExprFunctionN {

  /** The longest regular expression, in characters. */
  private static final int PATTERN = 1_000;

  private final ExprFunctionN function;
  private final Meter meter;
  private @Nullable String compiled;
  private @Nullable Pattern pattern;

  Matching(ExprFunctionN function, ExprList arguments, Meter meter) {
    super(function.getFunctionSymbol().getSymbol(), arguments);
    this.function = function;
    this.meter = meter;
  }

  @Override
  public NodeValue eval(List<NodeValue> values) {
    Node text = NodeValueOps.checkAndGetStringLiteral(name(), values.get(0));
    boolean replaces = !(function instanceof E_Regex);
    int flags = replaces ? 3 : 2;
    Matcher matcher =
        pattern(string(values.get(1)), values.size() > flags ? string(values.get(flags)) : "")
            .matcher(new Read(text.getLiteralLexicalForm(), meter));
    return replaces
        ? replaced(values.get(0), text, matcher, string(values.get(2)))
        : NodeValue.booleanReturn(matcher.find());
  }

  @Override
  public Expr copy(ExprList arguments) {
    return new Matching(function, arguments, meter);
  }

  private String name() {
    return function.getFunctionSymbol().getSymbol();
  }

  private String string(NodeValue value) {
    return NodeValueOps.checkAndGetStringLiteral(name(), value).getLiteralLexicalForm();
  }

  private Pattern pattern(String text, String flags) {
    String key = flags + '/' + text;
    Pattern found = pattern;
    if (found == null || !key.equals(compiled)) {
      if (text.length() > PATTERN) {
        meter.stop(
            new TooMuch(
                "A regular expression has at most %,d characters here. Shorten it"
                    .formatted(PATTERN)));
        meter.check();
      }
      found = RegexEngine.makePattern(name(), text, flags);
      compiled = key;
      pattern = found;
    }
    return found;
  }

  /** An empty match after the first is passed over, as the engine does it. */
  private NodeValue replaced(NodeValue original, Node text, Matcher matcher, String replacement) {
    long groups = replacement.chars().filter(c -> c == '$').count();
    meter.checkLength(groups * text.getLiteralLexicalForm().length() / 100);
    StringBuilder made = new StringBuilder();
    boolean found = false;
    while (matcher.find()) {
      if (!found || matcher.start() != matcher.end()) {
        found = true;
        matcher.appendReplacement(made, replacement);
        meter.checkLength(made.length());
      }
    }
    if (!found) {
      return original;
    }
    matcher.appendTail(made);
    String lexical = made.toString();
    meter.checkLength(lexical.length());
    String language = Objects.requireNonNullElse(text.getLiteralLanguage(), "");
    return NodeValue.makeNode(
        language.isEmpty()
            ? NodeFactory.createLiteralString(lexical)
            : NodeFactory.createLiteral(
                lexical, language, text.getLiteralBaseDirection(), text.getLiteralDatatype()));
  }

  /** A text that is no longer read once the query is to end. */
  private record Read(String text, Meter meter) implements CharSequence {
    @Override
    public char charAt(int index) {
      meter.check();
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
