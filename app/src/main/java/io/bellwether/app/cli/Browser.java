package io.bellwether.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** The person's browser, by the command that each system has for it. */
final class Browser {
    private Browser() {}

    /** Tries; where there is none the person is told, and can follow the address by hand. */
    static void open(URI address, PrintStream err) {
        try {
            new ProcessBuilder(command(System.getProperty("os.name", "").toLowerCase(Locale.ROOT), address))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException none) {
            err.println("No browser could be opened; go to " + address);
        }
    }

    private static List<String> command(String system, URI address) {
        if (system.contains("mac")) {
            return List.of("open", address.toString());
        }
        if (system.contains("win")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address.toString());
        }
        return List.of("xdg-open", address.toString());
    }
}
