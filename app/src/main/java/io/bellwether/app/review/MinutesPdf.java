package io.bellwether.app.review;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.text.Bidi;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.PageSize;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** Minutes as a PDF, to print and to file. Texts keep to their own direction of writing. */
public final class MinutesPdf {
    private static final Color TEXT = new Color(0x19, 0x19, 0x18);
    private static final Color QUIET = new Color(0x63, 0x62, 0x5d);
    private static final Color LINE = new Color(0xd4, 0xd3, 0xce);
    private static final float BODY = 10;
    private static final float MARGIN = 56;

    private final PdfFonts fonts = new PdfFonts();
    private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);

    private MinutesPdf() {}

    public static byte[] of(Minutes minutes) {
        return new MinutesPdf().write(minutes);
    }

    private byte[] write(Minutes minutes) {
        var bytes = new ByteArrayOutputStream();
        PdfWriter writer = PdfWriter.getInstance(document, bytes);
        writer.setPageEvent(new Footer(fonts, minutes.title()));
        document.addTitle(minutes.title());
        document.addCreator("Bellwether");
        document.open();
        say(minutes.title(), 18, true, TEXT, 4);
        say(minutes.when() + (minutes.open() ? " · still going on" : ""), BODY, false, QUIET, 1);
        say("With " + minutes.people(), BODY, false, QUIET, 8);
        if (minutes.summary() != null) {
            say(minutes.summary(), BODY, false, TEXT, 6);
        }
        minutes.lines().forEach(this::line);
        actions(minutes);
        if (fonts.lacks()) {
            say("A question mark stands where this machine has no font for a character.", 8, false, QUIET, 0);
        }
        document.close();
        return bytes.toByteArray();
    }

    private void line(Minutes.Line line) {
        String status = line.status() == null ? "" : "  ·  " + line.status().label();
        say(line.label() + status, 12, true, TEXT, 2);
        say(line.standing() + (line.owner() == null ? "" : " · " + line.owner()), BODY, false, QUIET, 1);
        if (!line.why().isEmpty()) {
            say(line.why(), BODY, false, QUIET, 3);
        }
        if (line.comment() != null || line.confidence() != null) {
            quote(line.comment(), line.confidence());
        }
        if (line.note() != null) {
            quote(line.note(), null);
        }
        if (line.decision() != null) {
            String done = line.done() == null ? "" : ". Carried out: " + line.done();
            String todo = line.command() == null ? done : done + ". To do it: " + line.command();
            say("Decision: " + line.decision() + todo, BODY, false, TEXT, 3);
        }
        say(" ", 6, false, TEXT, 0);
    }

    private void quote(Minutes.@Nullable Words words, @Nullable String confidence) {
        PdfPTable table = table(1);
        PdfPCell cell = cell(words == null ? null : words.text(), TEXT);
        String by = words == null ? "" : words.by();
        String sure = confidence == null ? "" : "confidence " + confidence;
        PdfPCell foot = cell(by + (by.isEmpty() || sure.isEmpty() ? "" : " · ") + sure, QUIET);
        for (PdfPCell each : new PdfPCell[] {cell, foot}) {
            each.setBorder(Rectangle.LEFT);
            each.setBorderColor(LINE);
            each.setBorderWidthLeft(2);
            each.setPaddingLeft(8);
            if (each == foot || words != null) {
                table.addCell(each);
            }
        }
        table.setSpacingAfter(4);
        document.add(table);
    }

    private void actions(Minutes minutes) {
        if (minutes.actions().isEmpty()) {
            return;
        }
        say("Actions", 12, true, TEXT, 3);
        PdfPTable table = table(4);
        table.setWidths(new float[] {4, 3, 2, 2});
        for (String head : new String[] {"What", "For", "Who", "Until"}) {
            add(table, head, QUIET);
        }
        table.setHeaderRows(1);
        for (Minutes.Todo action : minutes.actions()) {
            add(table, action.title(), TEXT);
            add(table, action.kpi(), TEXT);
            add(table, action.owner(), TEXT);
            add(table, action.due(), TEXT);
        }
        document.add(table);
    }

    private void add(PdfPTable table, String text, Color color) {
        PdfPCell cell = cell(text, color);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(LINE);
        cell.setPadding(4);
        cell.setPaddingLeft(0);
        table.addCell(cell);
    }

    /** Tables set both directions of writing, paragraphs only one: so every text is a cell. */
    private void say(String text, float size, boolean heavy, Color color, float after) {
        PdfPTable table = table(1);
        table.addCell(styled(fonts.phrase(text, size, heavy, color), text));
        table.setSpacingAfter(after);
        table.setKeepTogether(heavy);
        document.add(table);
    }

    private PdfPCell cell(@Nullable String text, Color color) {
        String shown = text == null ? "" : text;
        return styled(fonts.phrase(shown, BODY, false, color), shown);
    }

    private static PdfPCell styled(Phrase phrase, String text) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        cell.setPaddingBottom(2);
        cell.setLeading(0, 1.35f);
        cell.setRunDirection(isFromTheRight(text) ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_LTR);
        return cell;
    }

    /** As its first letter is written. */
    private static boolean isFromTheRight(String text) {
        return !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }

    private static PdfPTable table(int columns) {
        PdfPTable table = new PdfPTable(columns);
        table.setWidthPercentage(100);
        table.setSplitLate(false);
        return table;
    }

    /** The title and the number of the page under each. */
    private static final class Footer extends PdfPageEventHelper {
        private final PdfFonts fonts;
        private final String title;

        Footer(PdfFonts fonts, String title) {
            this.fonts = fonts;
            this.title = title.length() <= 80 ? title : title.substring(0, 79) + "…";
        }

        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            Phrase number = fonts.phrase(String.valueOf(writer.getPageNumber()), 8, false, QUIET);
            Phrase name = fonts.phrase(title, 8, false, QUIET);
            var canvas = writer.getDirectContent();
            ColumnText.showTextAligned(canvas, Element.ALIGN_LEFT, name, MARGIN, MARGIN / 2, 0);
            ColumnText.showTextAligned(canvas, Element.ALIGN_RIGHT, number, document.right(), MARGIN / 2, 0);
        }
    }
}
