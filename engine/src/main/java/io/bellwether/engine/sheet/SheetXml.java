package io.bellwether.engine.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a workbook's own XML says beyond the cells' values: where a sheet lies, which of its cells are merged. */
final class SheetXml {
    private static final int MOST_MERGES = 100_000;

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

    /**
     * The merged cells of a sheet, in the order of their first rows. A cell whose address Excel does not have is refused:
     * the reader would make room for all the columns before it.
     */
    static List<CellRange> merged(ZipFile zip, String part, String label) throws IOException, XMLStreamException {
        List<CellRange> merged = new ArrayList<>();
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            return merged;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    look(xml, label).ifPresent(merged::add);
                }
            }
        }
        merged.sort((a, b) -> Integer.compare(a.firstRow(), b.firstRow()));
        return merged;
    }

    private static Optional<CellRange> look(XMLStreamReader xml, String label) {
        return switch (xml.getLocalName()) {
            case "c" -> {
                String address = attribute(xml, "r");
                if (!address.isEmpty()) {
                    place(address, label);
                }
                yield Optional.empty();
            }
            case "mergeCell" -> Optional.of(place(attribute(xml, "ref"), label));
            default -> Optional.empty();
        };
    }

    private static CellRange place(String reference, String label) {
        return CellRange.of(reference).orElseThrow(() -> SheetProblems.noPlace(label, reference));
    }

    /** The value, empty where there is none. */
    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(in);
    }

    /** More than this many are not made by people; each costs a look in every row that it crosses. */
    static boolean isTooMany(List<CellRange> merged) {
        return merged.size() > MOST_MERGES;
    }
}
