package io.bellwether.app.page;

/** Something that needs the reader, or deserves thanks. */
public record NeedView(StatusView status, String title, String text, String linkText, String href) {}
