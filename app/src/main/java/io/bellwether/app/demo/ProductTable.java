package io.bellwether.app.demo;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code products}, by number. */
record ProductTable(Products products) implements Table {
    @Override
    public String name() {
        return "products";
    }

    @Override
    public List<String> columns() {
        return List.of("id", "name", "category", "list_price", "launched_on");
    }

    @Override
    public String select() {
        Stream<String> names = IntStream.rangeClosed(1, Products.COUNT).mapToObj(Products::name);
        Stream<String> shelves = Arrays.stream(Category.values()).map(Category::label);
        return String.join(
                ", ",
                Table.integer("id"),
                Table.word("name", words(names)),
                Table.word("category", words(shelves)),
                Table.money("list_price"),
                Table.date("launched_on"));
    }

    @Override
    public Stream<List<long[]>> batches() {
        return IntStream.rangeClosed(1, Products.COUNT).mapToObj(product -> List.of(row(product)));
    }

    private long[] row(int product) {
        long launched = products.launchedOn(product).toEpochDay();
        return new long[] {
            product, product - 1L, Products.category(product).ordinal(), products.price(product, 0), launched
        };
    }

    private static String words(Stream<String> words) {
        return words.map(word -> "'" + word + "'").collect(Collectors.joining(", ", "[", "]"));
    }
}
