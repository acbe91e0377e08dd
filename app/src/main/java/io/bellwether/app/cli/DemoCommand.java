package io.bellwether.app.cli;

import io.bellwether.app.demo.Shop;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WorkspaceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "A made-up shop with two years of data, opened in the browser.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--scale", paramLabel = "N", defaultValue = "1", description = "A shop N times larger; default: 1.")
    int scale = 1;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Keep the shop in this folder; default: a temporary one, removed at the end.")
    @Nullable
    Path folder;

    @Mixin
    ServeOptions serve = new ServeOptions();

    @Option(names = "--no-browser", description = "Do not open a browser.")
    boolean noBrowser;

    @Option(names = "--no-serve", description = "Write the shop, and that is all; needs --dir.")
    boolean noServe;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (scale < 1) {
            throw new UsageException("--scale is 1 or more, not " + scale, null);
        }
        if (folder != null) {
            Path kept = terminal.folder().resolve(folder);
            generate(kept);
            return noServe ? Exit.FINE : serve(kept);
        }
        if (noServe) {
            throw new UsageException("--no-serve needs a folder to keep", "name one with --dir DIR");
        }
        Path temporary = Files.createTempDirectory("bellwether-demo-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(temporary)));
        generate(temporary);
        return serve(temporary);
    }

    private void generate(Path to) throws IOException {
        Files.createDirectories(to);
        LocalDate today = LocalDate.now(terminal.clock());
        Shop.generate(to, today, scale, line -> terminal.err().println(line));
        terminal.out().println("The demo shop is in " + to);
    }

    private int serve(Path shop) {
        return serve.serve(Bellwether.open(new WorkspaceFolder(shop, List.of())), terminal, !noBrowser);
    }
}
