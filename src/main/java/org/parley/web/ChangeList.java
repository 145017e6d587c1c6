package org.parley.web;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of changes, the newest first.
 *
 * @param entries the changes
 * @param next where the older ones are; null when there are none
 */
record ChangeList(List<Entry> entries, @Nullable String next) {

  /**
   * A change.
   *
   * @param revision its number
   * @param at when it was committed
   * @param added how many quads it added
   * @param removed how many quads it removed
   * @param document the IRI of the document that was submitted; null when sources were loaded
   * @param outcome what became of that document
   * @param patch where its RDF Patch is
   */
  record Entry(
      long revision,
      String at,
      long added,
      long removed,
      @Nullable String document,
      @Nullable String outcome,
      String patch) {

    /** What it was, in a few words. */
    public String title() {
      return document == null
          ? "Sources loaded"
          : "Document %s %s".formatted(document.substring(document.lastIndexOf('/') + 1), outcome);
    }

    private Map<String, Object> members() {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("revision", revision);
      members.put("at", at);
      members.put("added", added);
      members.put("removed", removed);
      if (document != null && outcome != null) {
        members.put("document", document);
        members.put("outcome", outcome);
      }
      members.put("patch", patch);
      return members;
    }
  }

  /** The members of its JSON. */
  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    List<Map<String, Object>> changes = new ArrayList<>();
    entries.forEach(entry -> changes.add(entry.members()));
    members.put("changes", changes);
    if (next != null) {
      members.put("next", next);
    }
    return members;
  }

  /**
   * As a feed (RFC 4287), whose pages are linked as RFC 5005 §3 has it.
   *
   * @param base where this server's paths begin
   */
  byte[] atom(String base) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
      text(xml, "id", "https://w3id.org/parley/changes");
      text(xml, "title", "Changes of Parley's data");
      text(xml, "updated", entries.isEmpty() ? "1970-01-01T00:00:00Z" : entries.getFirst().at());
      link(xml, "self", base + "/changes.atom", "application/atom+xml");
      if (next != null) {
        link(xml, "next", base + next, "application/atom+xml");
      }
      for (Entry entry : entries) {
        xml.writeStartElement("entry");
        text(xml, "id", "https://w3id.org/parley/revision/" + entry.revision());
        text(xml, "title", "Revision %d: %s".formatted(entry.revision(), entry.title()));
        text(xml, "updated", entry.at());
        xml.writeStartElement("author");
        text(xml, "name", "Parley");
        xml.writeEndElement();
        link(xml, "alternate", base + entry.patch(), ChangesController.PATCH);
        text(
            xml, "summary", "%d quads added, %d removed".formatted(entry.added(), entry.removed()));
        xml.writeEndElement();
      }
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Nothing here cannot be written as XML", e);
    }
    return out.toByteArray();
  }

  private static void text(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String href, String type)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", href);
    xml.writeAttribute("type", type);
  }
}
