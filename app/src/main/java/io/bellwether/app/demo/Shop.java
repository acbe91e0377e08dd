package io.bellwether.app.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** The demo shop as a workspace folder. The same last day and scale always give the same values. */
public final class Shop {
    /** The last day of the shop in {@code examples/shop}. */
    public static final LocalDate EXAMPLE_END = LocalDate.of(2026, 11, 14);

    private final Scenario scenario;
    private final Demand demand;
    private final Customers customers;
    private final Products products;
    private final Trading trading;

    private Shop(LocalDate end, int scale) {
        this.scenario = new Scenario(end, scale);
        this.demand = new Demand(scenario);
        this.customers = new Customers(scenario, demand);
        this.products = new Products(scenario);
        this.trading = new Trading(scenario, demand, customers);
    }

    /**
     * Writes a whole workspace: definitions and data.
     *
     * @param folder where to; made if missing, files of the same names are replaced
     * @param end the last day with data
     * @param scale 1 for the small shop (60 thousand orders), N for one N times larger
     * @param progress is told what is being written, a line per table, never two at once
     * @throws IllegalArgumentException if the scale is out of range
     * @throws java.io.UncheckedIOException if the folder cannot be written
     */
    public static void generate(Path folder, LocalDate end, int scale, Consumer<String> progress) {
        Shop shop = new Shop(end, scale);
        shop.writeData(new DataFolder(folder.resolve("data")), progress);
        progress.accept("writing definitions");
        shop.definitions().write(folder);
    }

    /** As many tables at a time as there are processors; each table's own rows come one after the other. */
    private void writeData(DataFolder folder, Consumer<String> progress) {
        int writers = Runtime.getRuntime().availableProcessors();
        try (ExecutorService executor = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> running = new ArrayList<>();
            for (Table table : tables()) {
                running.add(executor.submit(() -> {
                    synchronized (executor) {
                        progress.accept("writing " + table.name());
                    }
                    folder.write(table);
                }));
            }
            for (Future<?> future : running) {
                finish(future);
            }
        }
        folder.write("budget.csv", new Budget(scenario, demand).csv());
    }

    private static void finish(Future<?> future) {
        try {
            future.get();
        } catch (ExecutionException problem) {
            throw problem.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(problem);
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while writing the shop's data", problem);
        }
    }

    private Definitions definitions() {
        return new Definitions(new Targets(scenario, demand, new Budget(scenario, demand)).values());
    }

    private List<Table> tables() {
        return List.of(
                new OrderTable(scenario, trading),
                new ItemTable(scenario, trading, products),
                new VisitTable(scenario, trading),
                new CustomerTable(scenario, trading, customers),
                new ProductTable(products),
                new ReturnTable(scenario, trading, products),
                new DeliveryTable(scenario, trading),
                new TicketTable(scenario, demand, customers),
                new SurveyTable(scenario, demand, customers),
                new CheckTable(scenario));
    }
}
