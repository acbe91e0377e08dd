package io.bellwether.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code bellwether check} as people run it, as a process, on a large workspace: how long, and how much memory. */
public final class CheckLarge {
    private static final int METRICS = 500;
    private static final List<Integer> KPIS = List.of(100, 2_000);

    private CheckLarge() {}

    /** {@code CheckLarge LAUNCHER [ROUNDS]}, where LAUNCHER is the checkout's {@code bellwether}. */
    public static void main(String[] arguments) throws Exception {
        Path launcher =
                Path.of(arguments.length > 0 ? arguments[0] : "bellwether").toAbsolutePath();
        if (!Files.isExecutable(launcher)) {
            System.err.println(
                    "No launcher at " + launcher + ": name the checkout's bellwether as the first argument.");
            System.exit(2);
        }
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
        System.out.println(Medians.row("check, median of " + rounds, "s (target 1.5)", "MB at most (target 250)"));
        System.out.println("|---|---|---|");
        for (int kpis : KPIS) {
            Path folder = Files.createTempDirectory("bellwether-bench-");
            try {
                LargeWorkspace.write(folder, METRICS, kpis);
                System.out.println(measured(launcher, folder, kpis, rounds));
            } finally {
                Folders.delete(folder);
            }
        }
    }

    private static String measured(Path launcher, Path folder, int kpis, int rounds) throws Exception {
        List<Run> runs = new ArrayList<>();
        // The first looks at the source and remembers its columns.
        for (int round = -1; round < rounds; round++) {
            Run run = check(launcher, folder);
            if (round >= 0) {
                runs.add(run);
            }
        }
        double seconds = Medians.of(runs.stream().mapToDouble(Run::seconds).toArray());
        double megabytes = runs.stream().mapToDouble(Run::megabytes).max().orElseThrow();
        return Medians.row(
                METRICS + " metrics, " + kpis + " KPIs",
                Medians.number("%.2f", seconds),
                Medians.number("%.0f", megabytes));
    }

    /** @param megabytes the most that was resident at any time, or 0 where the system does not tell */
    private record Run(double seconds, double megabytes) {}

    private static Run check(Path launcher, Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(launcher.toString(), "check", "-w", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        // The launcher ends by becoming the JVM, so its process is the one to watch.
        double most = 0;
        while (process.isAlive()) {
            most = Math.max(most, megabytes(process.pid()));
            Thread.sleep(5);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException("check failed:\n" + Files.readString(output));
        }
        Files.delete(output);
        return new Run(seconds, most);
    }

    private static double megabytes(long process) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(process), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                    .findFirst()
                    .orElse(0);
        } catch (IOException overOrNotLinux) {
            return 0;
        }
    }
}
