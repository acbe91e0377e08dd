package io.bellwether.app.whole;

import io.bellwether.app.cli.Main;
import io.bellwether.app.cli.Terminal;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** {@code bellwether serve} as people start it, on another day than today: {@code ServerChild FOLDER NOW ARGUMENTS}. */
public final class ServerChild {
    private ServerChild() {}

    public static void main(String[] arguments) {
        Instant now = Instant.parse(arguments[1]);
        Clock clock = Clock.offset(Clock.system(ZoneOffset.UTC), Duration.between(Instant.now(), now));
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var terminal = new Terminal(out, System.err, Path.of(arguments[0]), clock);
        String[] words = java.util.Arrays.copyOfRange(arguments, 2, arguments.length);
        System.exit(Main.run(terminal, words));
    }
}
