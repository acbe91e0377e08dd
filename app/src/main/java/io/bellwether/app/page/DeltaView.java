package io.bellwether.app.page;

import io.bellwether.core.judge.Status.Tone;

/**
 * A change against another period.
 *
 * @param text with its sign: {@code +4.1 %}
 * @param note against what: {@code like for like}
 */
public record DeltaView(String text, String note, Tone tone) {}
