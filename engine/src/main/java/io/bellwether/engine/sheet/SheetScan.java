package io.bellwether.engine.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A first look at the XML of a sheet, for what its reader would pass over or trip over: cells that Excel has no place or no
 * kind for, cells out of their order, formulas without a result, merged cells.
 */
final class SheetScan {
    /** More than this many are not made by people; each costs a look in every row that it crosses. */
    private static final int MOST_MERGES = 100_000;

    /** The first few are enough to refuse their columns. */
    private static final int MOST_UNCOMPUTED = 100_000;

    private static final Set<String> KINDS = Set.of("", "n", "s", "str", "inlineStr", "b", "e");

    private final String label;
    private final List<CellRange> merged = new ArrayList<>();
    private final Set<Long> uncomputed = new HashSet<>();

    /** The highest number of a text, and the cell that asks for it. */
    private long lastText = -1;

    private String lastTextAt = "";

    /** The cell that is open. */
    private String address = "";

    private String kind = "";
    private boolean formula;
    private boolean valued;
    private int row;
    private int column;

    private SheetScan(String label) {
        this.label = label;
    }

    static SheetScan of(ZipFile zip, String part, String label) throws IOException, XMLStreamException {
        SheetScan scan = new SheetScan(label);
        ZipEntry entry = zip.getEntry(part);
        if (entry != null) {
            try (InputStream in = zip.getInputStream(entry)) {
                XMLStreamReader xml = SheetXml.reader(in);
                while (xml.hasNext()) {
                    scan.take(xml, xml.next());
                }
            }
        }
        scan.merged.sort((a, b) -> Integer.compare(a.firstRow(), b.firstRow()));
        return scan;
    }

    private void take(XMLStreamReader xml, int event) throws XMLStreamException {
        if (event == XMLStreamConstants.START_ELEMENT) {
            switch (xml.getLocalName()) {
                case "c" -> begin(xml);
                case "f" -> formula = true;
                case "v" -> value(xml.getElementText());
                case "mergeCell" -> merged.add(place(SheetXml.attribute(xml, "ref")));
                default -> {}
            }
        } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
            if (formula && !valued && !address.isEmpty() && uncomputed.size() < MOST_UNCOMPUTED) {
                uncomputed.add(key(row, column));
            }
        }
    }

    private void begin(XMLStreamReader xml) {
        address = SheetXml.attribute(xml, "r");
        kind = SheetXml.attribute(xml, "t");
        formula = false;
        valued = kind.equals("str") || kind.equals("inlineStr");
        if (!KINDS.contains(kind)) {
            throw SheetProblems.unknownKind(label, address, kind);
        }
        if (!address.isEmpty()) {
            CellRange place = place(address);
            if (place.firstRow() < row || (place.firstRow() == row && place.firstColumn() <= column)) {
                throw SheetProblems.outOfOrder(label, address);
            }
            row = place.firstRow();
            column = place.firstColumn();
        }
    }

    private void value(String text) {
        valued |= !text.isEmpty();
        if (kind.equals("s") && text.matches("[0-9]{1,10}") && Long.parseLong(text) > lastText) {
            lastText = Long.parseLong(text);
            lastTextAt = address;
        }
    }

    private CellRange place(String reference) {
        return CellRange.of(reference).orElseThrow(() -> SheetProblems.noPlace(label, reference));
    }

    private static long key(int row, int column) {
        return ((long) row << 16) | column;
    }

    /** In the order of their first rows. */
    List<CellRange> merged() {
        if (merged.size() > MOST_MERGES) {
            throw SheetProblems.tooManyMerged(label, merged.size());
        }
        return merged;
    }

    /** Whether the cell is a formula that nobody computed. */
    boolean isUncomputed(int row, int column) {
        return uncomputed.contains(key(row, column));
    }

    /** Refuses a sheet that refers to a text that is not in the list of texts: the reader would take it for empty. */
    void checkTexts(ZipFile zip) throws IOException, XMLStreamException {
        if (lastText >= 0 && lastText >= SheetXml.texts(zip)) {
            throw SheetProblems.noText(label, lastTextAt);
        }
    }
}
