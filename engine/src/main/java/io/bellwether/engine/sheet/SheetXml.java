package io.bellwether.engine.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a workbook's own XML says beyond the cells' values: where a sheet lies, what it refers to. */
final class SheetXml {
    private SheetXml() {}

    /** By the id that the workbook gives a sheet: the part that it lies in. Charts and dialogs are no sheets of cells. */
    static Map<String, String> parts(ZipFile zip) throws IOException, XMLStreamException {
        Map<String, String> parts = new HashMap<>();
        ZipEntry entry = zip.getEntry("xl/_rels/workbook.xml.rels");
        if (entry == null) {
            return parts;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")
                        && attribute(xml, "Type").endsWith("/worksheet")) {
                    String target = attribute(xml, "Target");
                    parts.put(attribute(xml, "Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            }
        }
        return parts;
    }

    /** Whether the workbook has formats; asked for those of one that has none, the reader calls it damaged. */
    static boolean hasFormats(ZipFile zip) throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry("[Content_Types].xml");
        if (entry == null) {
            return false;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && attribute(xml, "ContentType").endsWith("spreadsheetml.styles+xml")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How many texts the workbook's list of them has; cells refer to them by number. */
    static int texts(ZipFile zip) throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry("xl/sharedStrings.xml");
        if (entry == null) {
            return 0;
        }
        int texts = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = reader(in);
            while (xml.hasNext()) {
                texts += xml.next() == XMLStreamConstants.START_ELEMENT
                                && xml.getLocalName().equals("si")
                        ? 1
                        : 0;
            }
        }
        return texts;
    }

    /** Whether the workbook has the names of the strict form of its standard, which the reader does not know. */
    static boolean isStrict(ZipFile zip) throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry("xl/workbook.xml");
        if (entry == null) {
            return false;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    return String.valueOf(xml.getNamespaceURI()).startsWith("http://purl.oclc.org/ooxml/");
                }
            }
        }
        return false;
    }

    /** The value, empty where there is none. */
    static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(in);
    }
}
