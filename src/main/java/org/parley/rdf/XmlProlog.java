package org.parley.rdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What stands before the root of an XML document. Jena reads no entity from elsewhere, but leaves
 * it out in silence, and with it what was to be said.
 */
final class XmlProlog {

  private static final Pattern ELSEWHERE = Pattern.compile("\\b(?:SYSTEM|PUBLIC)\\s*[\"']");

  private XmlProlog() {}

  /**
   * The same document.
   *
   * @throws UnreadableRdf when it refers to an external DTD or entity
   */
  static InputStream checked(InputStream in, String name) throws IOException {
    byte[] bytes = in.readAllBytes();
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      while (reader.hasNext() && reader.next() != XMLStreamConstants.START_ELEMENT) {
        if (reader.getEventType() == XMLStreamConstants.DTD
            && ELSEWHERE.matcher(String.valueOf(reader.getText())).find()) {
          throw new UnreadableRdf(
              name,
              reader.getLocation().getLineNumber(),
              reader.getLocation().getColumnNumber(),
              "its DTD refers to a file elsewhere, and nothing is fetched");
        }
      }
    } catch (XMLStreamException e) {
      throw new UnreadableRdf(
          name,
          e.getLocation().getLineNumber(),
          e.getLocation().getColumnNumber(),
          String.valueOf(e.getMessage()));
    }
    return new ByteArrayInputStream(bytes);
  }
}
