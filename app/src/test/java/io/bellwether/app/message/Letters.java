package io.bellwether.app.message;

import io.bellwether.app.message.Letter.Line;
import io.bellwether.app.message.Letter.Part;
import io.bellwether.core.catalog.Alert.Channel;
import io.bellwether.core.catalog.Operations;
import io.bellwether.core.catalog.Operations.Digests;
import io.bellwether.core.catalog.Operations.MailServer;
import io.bellwether.core.judge.Status;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Letters and settings for tests. */
final class Letters {
    static final Channel MARIA = new Channel(Channel.Kind.EMAIL, "maria@example.com", null);

    private Letters() {}

    static Letter letter(String subject) {
        return new Letter(
                "alert.fail",
                subject,
                Status.Tone.BAD,
                "Revenue is £8.7M of £10M <b>today</b>.",
                List.of(new Part("Why", List.of(new Line("Pace", "80 % & falling", "http://localhost/kpi/revenue")))),
                Map.of("kpi", "revenue"));
    }

    static Channel hook(String address) {
        return new Channel(Channel.Kind.WEBHOOK, address, "${env:SECRET}");
    }

    static Operations with(@Nullable MailServer mail, String... privateHosts) {
        return new Operations(
                Map.of(), List.of(), List.of(), null, mail, Digests.STANDARD, List.of(privateHosts), Operations.MOMENT);
    }
}
