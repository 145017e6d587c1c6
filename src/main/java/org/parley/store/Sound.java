package org.parley.store;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.query.SortCondition;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;

/**
 * Makes expressions safe to work out: each function looks whether the query may go on, makes no
 * string that is longer than a query may make and no endless number, and what it cannot bear is an
 * error of the expression (SPARQL 1.1, 17.2), never one of the query.
 */
final class Sound extends ExprTransformCopy {

  /** Digits beyond those of any number that is meant: XPath's overflow, FOAR0002. */
  private static final int BITS = 4096;

  private static final Pattern NO_IRI = Pattern.compile("[\\x00-\\x20<>\"{}|^`\\\\]");

  private final Meter meter;

  Sound(Meter meter) {
    this.meter = meter;
  }

  Expr of(Expr expression) {
    return ExprTransformer.transform(this, expression);
  }

  ExprList of(ExprList expressions) {
    return ExprTransformer.transform(this, expressions);
  }

  VarExprList of(VarExprList expressions) {
    VarExprList sane = new VarExprList();
    expressions.forEachVarExpr(
        (variable, expression) -> {
          if (expression == null) {
            sane.add(variable);
          } else {
            sane.add(variable, of(expression));
          }
        });
    return sane;
  }

  List<SortCondition> of(List<SortCondition> conditions) {
    List<SortCondition> sane = new ArrayList<>();
    conditions.forEach(
        one -> sane.add(new SortCondition(of(one.getExpression()), one.getDirection())));
    return sane;
  }

  @Override
  public Expr transform(ExprFunction1 function, Expr argument) {
    return new Checked(super.transform(function, argument), meter);
  }

  @Override
  public Expr transform(ExprFunction2 function, Expr first, Expr second) {
    return new Checked(super.transform(function, first, second), meter);
  }

  @Override
  public Expr transform(ExprFunction3 function, Expr first, Expr second, Expr third) {
    return new Checked(super.transform(function, first, second, third), meter);
  }

  @Override
  public Expr transform(ExprFunctionN function, ExprList arguments) {
    Expr bounded =
        switch (function) {
          case E_Regex regex -> new Matching(regex, arguments, meter);
          case E_StrReplace replace -> new Matching(replace, arguments, meter);
          case E_StrConcat concat -> new Concat(arguments, meter);
          default -> super.transform(function, arguments);
        };
    return new Checked(bounded, meter);
  }

  private static NodeValue checked(NodeValue value, Meter meter) {
    if (value.isInteger()) {
      if (value.getInteger().bitLength() > BITS) {
        throw new ExprEvalException("The number has too many digits");
      }
    } else if (value.isDecimal()) {
      if (value.getDecimal().unscaledValue().bitLength() > BITS
          || Math.abs((long) value.getDecimal().scale()) > BITS) {
        throw new ExprEvalException("The number has too many digits");
      }
    } else if (value.isIRI()) {
      String iri = value.asNode().getURI();
      meter.checkLength(iri.length());
      if (NO_IRI.matcher(iri).find()) {
        throw new ExprEvalException("This is no IRI");
      }
    } else if (value.isLiteral()) {
      meter.checkLength(value.asNode().getLiteralLexicalForm().length());
    }
    return value;
  }

  private static final class Concat extends E_StrConcat {
    private final Meter meter;

    Concat(ExprList arguments, Meter meter) {
      super(arguments);
      this.meter = meter;
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
      meter.checkLength(
          values.stream().filter(NodeValue::isLiteral).mapToLong(v -> v.asString().length()).sum());
      return super.eval(values);
    }

    @Override
    public Expr copy(ExprList arguments) {
      return new Concat(arguments, meter);
    }
  }

  /** A function, and what is made of its failure. */
  private static final class Checked extends ExprFunction1 {
    private final Meter meter;

    Checked(Expr function, Meter meter) {
      super(function, "checked");
      this.meter = meter;
    }

    @Override
    protected NodeValue evalSpecial(Binding row, FunctionEnv environment) {
      meter.check();
      try {
        return checked(expr.eval(row, environment), meter);
      } catch (ArithmeticException
          | IllegalArgumentException
          | IndexOutOfBoundsException
          | ClassCastException
          | NegativeArraySizeException e) {
        throw new ExprEvalException("The function has no value for this", e);
      } catch (JenaException e) {
        throw e.getClass().equals(JenaException.class)
            ? new ExprEvalException("The function has no value for this", e)
            : e;
      }
    }

    @Override
    public NodeValue eval(NodeValue value) {
      return value;
    }

    @Override
    public Expr copy(Expr function) {
      return new Checked(function, meter);
    }
  }
}
