package io.bellwether.app.page;

import java.util.List;

/** {@code GET /api/mentions}: where the one who asks was named. */
public record MentionsView(int unread, long newest, List<MentionView> mentions) {
    public record MentionView(
            long id, String who, String dayText, String about, String href, String excerpt, boolean unread) {}
}
