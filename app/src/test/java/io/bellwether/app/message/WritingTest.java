package io.bellwether.app.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.message.Letter.Line;
import io.bellwether.app.message.Letter.Part;
import io.bellwether.core.catalog.Alert.Channel;
import io.bellwether.core.judge.Status;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WritingTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Message write(Letter letter, Channel.Kind kind) {
        return Writing.write("k", "alert:x", letter, new Channel(kind, "${env:HOOK}", null));
    }

    @Test
    void mailSaysTheSameInTextAndInHtml() {
        Message mail = write(Letters.letter("Revenue"), Channel.Kind.EMAIL);
        assertThat(mail.body()).isEqualTo("""
                Revenue is £8.7M of £10M <b>today</b>.

                Why
                - Pace: 80 % & falling
                  http://localhost/kpi/revenue
                """);
        assertThat(mail.html())
                .contains("Revenue is £8.7M of £10M &lt;b&gt;today&lt;/b&gt;.", "80 % &amp; falling")
                .contains("href=\"http://localhost/kpi/revenue\"")
                .doesNotContain("<b>", "src=");
    }

    @Test
    void aWebhookGetsOurJson() {
        Message hook = write(Letters.letter("Revenue"), Channel.Kind.WEBHOOK);
        JsonNode body = JSON.readTree(hook.body());
        assertThat(body.get("id").asString()).isEqualTo(hook.id()).matches("[0-9a-f]{32}");
        assertThat(body.get("type").asString()).isEqualTo("alert.fail");
        assertThat(body.at("/facts/kpi").asString()).isEqualTo("revenue");
        assertThat(body.at("/parts/0/lines/0/title").asString()).isEqualTo("Pace");
    }

    @Test
    void slackGetsBlocksAndReadsNoMarksOfOthers() {
        JsonNode body = JSON.readTree(
                write(Letters.letter("<!channel> Revenue"), Channel.Kind.SLACK).body());
        assertThat(body.get("text").asString()).isEqualTo("&lt;!channel&gt; Revenue");
        assertThat(body.at("/blocks/0/type").asString()).isEqualTo("header");
        assertThat(body.at("/blocks/2/text/text").asString())
                .isEqualTo("*Why*\n• <http://localhost/kpi/revenue|Pace>: 80 % &amp; falling\n");
    }

    @Test
    void teamsGetsAnAdaptiveCard() {
        JsonNode body = JSON.readTree(
                write(Letters.letter("[x](http://evil)"), Channel.Kind.TEAMS).body());
        JsonNode card = body.at("/attachments/0/content");
        assertThat(body.get("type").asString()).isEqualTo("message");
        assertThat(card.get("type").asString()).isEqualTo("AdaptiveCard");
        assertThat(card.at("/body/0/color").asString()).isEqualTo("Attention");
        assertThat(card.at("/body/3/text").asString())
                .isEqualTo("[Pace](http://localhost/kpi/revenue): 80 % & falling");
    }

    /** Slack takes 50 blocks of 3,000 characters, Teams 28 KB, mail a line of 998 and lines end where we say. */
    @ParameterizedTest
    @EnumSource(Channel.Kind.class)
    void hugeTextsAndLinesEndsAreBounded(Channel.Kind kind) {
        String huge = "𝕩 line\r\nBcc: evil@example.com\u2028 ".repeat(50_000);
        List<Part> parts = IntStream.range(0, 100)
                .mapToObj(i -> new Part(
                        huge,
                        IntStream.range(0, 100)
                                .mapToObj(j -> new Line(huge, huge, null))
                                .toList()))
                .toList();
        Message message = write(new Letter("t", huge, Status.Tone.NONE, huge, parts, Map.of("x", huge)), kind);
        assertThat(message.subject()).hasSizeLessThanOrEqualTo(200).doesNotContain("\r", "\n", "\u2028");
        assertThat(message.body().length()).isLessThan(2_000_000);
        if (kind == Channel.Kind.SLACK) {
            JsonNode blocks = JSON.readTree(message.body()).get("blocks");
            assertThat(blocks.size()).isLessThanOrEqualTo(50);
            blocks.forEach(
                    b -> assertThat(b.at("/text/text").asString().length()).isLessThanOrEqualTo(3_000));
        }
        if (kind == Channel.Kind.TEAMS) {
            assertThat(message.body().getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                    .isLessThan(28_000);
        }
    }
}
