package ashlar.drivergen.foreign;

import ashlar.drivergen.ast.Place;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/// An XML element that knows where it stands.
record Xml(Place place, String name, Map<String, String> attributes, List<Xml> children,
        StringBuilder content) {

    /// Documents cannot make it read other files.
    static Xml parse(String file, InputStream in) throws IOException, BadFile {
        var handler = new Handler(file);
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new InputSource(in), handler);
            return handler.root;
        } catch (SAXParseException e) {
            throw new BadFile(new Place(file, Math.max(e.getLineNumber(), 1),
                Math.max(e.getColumnNumber(), 1)),
                e.getMessage(), "well-formed XML");
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(e);
        }
    }

    private static final class Handler extends DefaultHandler {
        private final String file;
        private final Deque<Xml> open = new ArrayDeque<>();
        private Locator locator;
        private Xml root;

        private Handler(String file) {
            this.file = file;
        }

        @Override public void setDocumentLocator(Locator where) {
            locator = where;
        }

        @Override public void startElement(String uri, String local, String name, Attributes all) {
            Map<String, String> attributes = new TreeMap<>();
            for (int i = 0; i < all.getLength(); i++) attributes.put(all.getQName(i), all.getValue(i));
            var element = new Xml(new Place(file, locator.getLineNumber(),
                Math.max(locator.getColumnNumber(), 1)), name,
                attributes, new ArrayList<>(), new StringBuilder());
            if (open.isEmpty()) root = element;
            else open.peek().children.add(element);
            open.push(element);
        }

        @Override public void endElement(String uri, String local, String name) {
            open.pop();
        }

        @Override public void characters(char[] text, int start, int length) {
            if (!open.isEmpty()) open.peek().content.append(text, start, length);
        }
    }

    String text() {
        return content.toString().strip();
    }

    Optional<Xml> child(String wanted) {
        return children.stream().filter(c -> c.name.equals(wanted)).findFirst();
    }

    Optional<String> text(String wanted) {
        return child(wanted).map(Xml::text);
    }

    List<Xml> all(String wanted) {
        return children.stream().filter(c -> c.name.equals(wanted)).toList();
    }
}
