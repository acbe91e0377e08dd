package io.bellwether.app.message;

/** Texts of people inside of HTML. */
public final class Html {
    private Html() {}

    /** The text so that no browser takes any of it for markup, between tags and in quoted attributes. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
