package io.bellwether.app.review;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.DocumentException;
import org.openpdf.text.ExceptionConverter;
import org.openpdf.text.Font;
import org.openpdf.text.FontFactory;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.FontSelector;

/**
 * Fonts for any text. Western text is set in Helvetica, which every reader of PDF has; other characters in fonts of this machine,
 * which are looked for only then. What none of them has is shown as a question mark, and told.
 */
final class PdfFonts {
    private static final int MOST = 6;

    private final BaseFont plain;
    private final BaseFont bold;
    private final List<BaseFont> others = new ArrayList<>();
    private boolean searched;
    private boolean lacking;

    PdfFonts() {
        plain = western(BaseFont.HELVETICA);
        bold = western(BaseFont.HELVETICA_BOLD);
    }

    private static BaseFont western(String name) {
        try {
            return BaseFont.createFont(name, BaseFont.WINANSI, BaseFont.NOT_EMBEDDED);
        } catch (DocumentException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether some character had no font. */
    boolean lacks() {
        return lacking;
    }

    Phrase phrase(String text, float size, boolean heavy, Color color) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean known = c == '\n'
                    || c == '\t'
                    || Character.getType(c) == Character.FORMAT
                    || plain.charExists(c)
                    || other(c);
            lacking |= !known;
            shown.appendCodePoint(known ? c : '?');
        });
        FontSelector selector = new FontSelector();
        selector.addFont(new Font(heavy ? bold : plain, size, Font.NORMAL, color));
        others.forEach(font -> selector.addFont(new Font(font, size, heavy ? Font.BOLD : Font.NORMAL, color)));
        return selector.process(shown.toString());
    }

    private boolean other(int character) {
        if (!searched) {
            searched = true;
            FontFactory.registerDirectories();
        }
        if (others.stream().anyMatch(font -> font.charExists(character))) {
            return true;
        }
        return others.size() < MOST && find(character);
    }

    private boolean find(int character) {
        for (String name : FontFactory.getRegisteredFonts().stream().sorted().toList()) {
            BaseFont font = name.matches(".*(bold|italic|oblique).*") ? null : opened(name);
            if (font != null && font.charExists(character)) {
                others.add(font);
                return true;
            }
        }
        return false;
    }

    /** Null for one that cannot be set in: those of every reader of PDF, and a file that is damaged. */
    private static @Nullable BaseFont opened(String name) {
        try {
            return FontFactory.getFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED)
                    .getBaseFont();
        } catch (ExceptionConverter unusable) {
            return null;
        }
    }
}
