package io.bellwether.engine.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes workbooks from the XML of their sheets: what no writing library offers, such as errors and results of formulas. */
public final class RawWorkbook {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final String STYLES = "<Override PartName=\"/xl/styles.xml\" "
            + "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>";

    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final StringBuilder list = new StringBuilder();
    private final StringBuilder formats = new StringBuilder();
    private final StringBuilder styles = new StringBuilder("<xf numFmtId=\"0\"/>");
    private int style;

    /** @param rows of {@code sheetData}, then what follows it, such as {@code mergeCells} */
    public RawWorkbook sheet(String name, String state, String rows, String after) {
        int number = sheets.size() + 1;
        sheets.put(
                "sheet" + number + ".xml",
                HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData>" + after
                        + "</worksheet>");
        list.append("<sheet name=\"" + name + "\" sheetId=\"" + number + "\" state=\"" + state + "\" r:id=\"rId"
                + number + "\"/>");
        return this;
    }

    public RawWorkbook sheet(String rows) {
        return sheet("Sheet" + (sheets.size() + 1), "visible", rows, "");
    }

    /** The number of a style with that format, for {@code s=} of a cell. */
    public int format(String code) {
        style++;
        String text = code.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
        formats.append("<numFmt numFmtId=\"" + (200 + style) + "\" formatCode=\"" + text + "\"/>");
        styles.append("<xf numFmtId=\"" + (200 + style) + "\" applyNumberFormat=\"1\"/>");
        return style;
    }

    public Path write(Path file) throws IOException {
        StringBuilder rels = new StringBuilder();
        for (int i = 1; i <= sheets.size(); i++) {
            rels.append(relation(i, "worksheet", "worksheets/sheet" + i + ".xml"));
        }
        rels.append(relation(sheets.size() + 1, "styles", "styles.xml"));
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" "
                        + "ContentType=\"application/xml\"/>" + (style == 0 ? "" : STYLES) + "</Types>");
        parts.put("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELS + "\"><sheets>" + list + "</sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", relations(rels.toString()));
        parts.put(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + MAIN + "\"><numFmts>" + formats + "</numFmts><cellXfs>" + styles
                        + "</cellXfs></styleSheet>");
        sheets.forEach((name, xml) -> parts.put("xl/worksheets/" + name, xml));
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + RELS + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String relations(String relations) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
                + "</Relationships>";
    }

    /** A row of texts and numbers: what looks like XML stands as it is, {@code %A} becomes the cell's address. */
    public static String row(int number, Object... cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            String address = CellRange.address(number, i);
            row.append(
                    switch (cells[i]) {
                        case String xml when xml.startsWith("<") -> xml.replace("%A", address);
                        case String text when text.isEmpty() -> "";
                        case String text -> "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
                        default -> "<c r=\"" + address + "\"><v>" + cells[i] + "</v></c>";
                    });
        }
        return row.append("</row>").toString();
    }
}
