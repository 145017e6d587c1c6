package org.parley.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.parley.intake.NotTaken;
import org.parley.intake.Rejected;
import org.parley.queries.BadParameter;
import org.parley.queries.DeadlinePassed;
import org.parley.queries.MalformedQuery;
import org.parley.queries.UnknownQuery;
import org.parley.rdf.MalformedAccept;
import org.parley.rdf.Unwritable;
import org.parley.rdf.UnwritableRow;
import org.parley.store.CommitInDoubt;
import org.parley.store.EngineFailure;
import org.parley.store.NotWritten;
import org.parley.store.Overloaded;
import org.parley.store.StoreFull;
import org.parley.store.TooMuch;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What problem each exception stands for. */
final class Causes {
  private Causes() {}

  static Problem of(Exception exception) {
    return switch (exception) {
      case BadParameter e ->
          new Problem(
              400,
              "bad-parameter",
              "A parameter is wrong",
              text(e),
              Map.of("parameter", e.parameter()));
      case InvalidParameterException e ->
          new Problem(
              400,
              "malformed-parameters",
              "The parameters cannot be read",
              "The query string is not well-formed. Percent-encode it as UTF-8: % is %25, & is"
                  + " %26.");
      case MalformedQuery e ->
          new Problem(
              400,
              "malformed-query",
              "The query is not SPARQL 1.1",
              text(e),
              e.line() == 0 ? Map.of() : Map.of("line", e.line(), "column", e.column()));
      case MalformedAccept e ->
          new Problem(400, "malformed-accept", "The Accept header cannot be read", text(e));
      case MalformedName e ->
          new Problem(400, "malformed-name", "No entity has such a name", text(e));
      case GoneRevision e -> new Problem(410, "gone-revision", "That revision is gone", text(e));
      case RetractedEntity e ->
          new Problem(
              410,
              "retracted-entity",
              "It was retracted",
              text(e),
              Map.of("retracted", e.at(), "because", e.because()));
      case UnknownEntity e ->
          new Problem(404, "unknown-entity", "There is no such entity", text(e));
      case UnknownQuery e -> new Problem(404, "unknown-query", "There is no such query", text(e));
      case UnknownExtension e ->
          new Problem(
              404,
              "unknown-extension",
              "There is no such format of it",
              text(e),
              Map.of("available", e.available()));
      case NotAcceptable e ->
          new Problem(
              406,
              "not-acceptable",
              "It is not available in the formats you accept",
              text(e),
              Map.of("available", e.available()));
      case UnwritableRow e ->
          new Problem(406, "unwritable", "The format cannot express this answer", text(e));
      case Unwritable e ->
          new Problem(406, "unwritable", "The format cannot express this answer", text(e));
      case Rejected e -> of(e);
      case NotTaken e -> of(e);
      case StoreFull e -> of(e);
      case NotWritten e -> of(e);
      case CommitInDoubt e -> of(e);
      case MaxUploadSizeExceededException e ->
          Problems.ofStatus(413, "A bundle and a text have 8 MiB each at most.");
      case MultipartException e ->
          Problems.ofStatus(400, "The form cannot be read. Send it as RFC 7578 says.");
      case DeadlinePassed e -> new Problem(503, "deadline-passed", "It took too long", text(e));
      case TooMuch e -> new Problem(403, "too-much", "It asks for too much", text(e));
      case Overloaded e -> new Problem(503, "overloaded", "There is too much to do", text(e));
      case EngineFailure e -> of(e);
      case NoResourceFoundException e -> Problems.unknownPath();
      case ErrorResponse e ->
          Problems.ofStatus(e.getStatusCode().value(), String.valueOf(e.getBody().getDetail()));
      default ->
          new Problem(
              500,
              "internal-error",
              "Something went wrong on our side",
              "It has been logged. The same request may well fail again until it is mended.");
    };
  }

  private static Problem of(Rejected rejected) {
    List<Map<String, String>> findings =
        rejected.findings().stream()
            .map(
                finding -> {
                  Map<String, String> members = new LinkedHashMap<>();
                  members.put("message", finding.message());
                  members.put("rule", finding.rule());
                  if (finding.place() != null) {
                    members.put("place", finding.place());
                  }
                  if (finding.focus() != null) {
                    members.put("node", finding.focus().toString());
                  }
                  return members;
                })
            .toList();
    return new Problem(
        422,
        "rejected-document",
        "The document was not taken",
        String.valueOf(rejected.getMessage()),
        Map.of("findings", findings));
  }

  private static Problem of(NotTaken e) {
    String text = String.valueOf(e.getMessage());
    return switch (e.why()) {
      case MALFORMED_ID -> new Problem(400, "malformed-name", "No document has such a name", text);
      case UNKNOWN -> new Problem(404, "unknown-entity", "There is no such document", text);
      case OUTDATED -> new Problem(412, "outdated", "It is not the version you mean", text);
      case CONDITION_MISSING ->
          new Problem(428, "condition-missing", "Say which version you mean", text);
      case KEY_REUSED -> new Problem(422, "key-reused", "The key is another request's", text);
      case BUSY -> new Problem(503, "busy", "Too many changes at once", text);
    };
  }

  private static Problem of(EngineFailure e) {
    return switch (e) {
      case EngineFailure.Down down ->
          new Problem(503, "engine-down", "The data cannot be reached", text(e));
      case EngineFailure.Wrong wrong ->
          new Problem(502, "engine-wrong", "The data came broken or not at all", text(e));
      case EngineFailure.Slow slow ->
          new Problem(504, "engine-slow", "The data did not come in time", text(e));
      case EngineFailure.Moved moved ->
          new Problem(503, "data-changed", "The data changed meanwhile", text(e));
    };
  }

  private static Problem of(StoreFull e) {
    return new Problem(
        507, "store-full", "The disk is nearly full", String.valueOf(e.getMessage()));
  }

  private static Problem of(NotWritten e) {
    return new Problem(503, "not-written", "Nothing was changed", String.valueOf(e.getMessage()));
  }

  /** Whether it is stored is not known, so it is no promise of either. */
  private static Problem of(CommitInDoubt e) {
    return new Problem(
        500, "commit-in-doubt", "It may be stored or not", String.valueOf(e.getMessage()));
  }

  private static String text(Exception exception) {
    return String.valueOf(exception.getMessage());
  }
}
