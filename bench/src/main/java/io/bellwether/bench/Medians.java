package io.bellwether.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is measured in turns: a noisy moment meets all contestants alike, and a median forgets it. */
final class Medians {
    /** One of those that are compared. */
    interface Contestant {
        /** Does the work once. */
        void run() throws Exception;
    }

    /**
     * @param millis the median wall time
     * @param cpuMillis the median time that all processors together worked for it: what a busy machine hardly changes
     */
    record Time(double millis, double cpuMillis) {}

    private Medians() {}

    /**
     * The medians of each, in their order.
     *
     * @param warmUps rounds that do not count
     * @param rounds rounds that count
     */
    static List<Time> inTurns(List<Contestant> contestants, int warmUps, int rounds) throws Exception {
        double[][] millis = new double[contestants.size()][rounds];
        double[][] cpuMillis = new double[contestants.size()][rounds];
        for (int round = -warmUps; round < rounds; round++) {
            for (int i = 0; i < contestants.size(); i++) {
                long start = System.nanoTime();
                long cpuStart = cpuNanos();
                contestants.get(i).run();
                if (round >= 0) {
                    millis[i][round] = (System.nanoTime() - start) / 1e6;
                    cpuMillis[i][round] = (cpuNanos() - cpuStart) / 1e6;
                }
            }
        }
        List<Time> medians = new ArrayList<>();
        for (int i = 0; i < millis.length; i++) {
            medians.add(new Time(of(millis[i]), of(cpuMillis[i])));
        }
        return medians;
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** The middle value; of an even number of values the mean of the two in the middle. */
    static double of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** A line of a Markdown table. */
    static String row(String name, Object... cells) {
        StringBuilder line = new StringBuilder("| ").append(name).append(" |");
        for (Object cell : cells) {
            line.append(' ').append(cell).append(" |");
        }
        return line.toString();
    }

    static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
