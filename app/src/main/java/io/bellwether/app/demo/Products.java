package io.bellwether.app.demo;

import io.bellwether.app.demo.Dice.Topic;
import java.time.LocalDate;
import java.util.List;

/** What the shop sells, and for how much on which day. Products are numbered from 1, shelf by shelf. */
final class Products {
    static final int COUNT = Category.values().length * Category.DEPTH;

    private static final List<String> STYLES = List.of(
            "Vintage", "Striped", "Heart", "Botanical", "Sea Blue", "Polka Dot", "Oak", "Retro", "Ivory", "Woodland");
    private static final Category[] SHELVES = Category.values();
    private static final int[] DEMAND_WITHOUT_LIGHTING = cumulative(Category.LIGHTING.ordinal());
    private static final int[] DEMAND = cumulative(SHELVES.length);

    private final Scenario scenario;

    Products(Scenario scenario) {
        this.scenario = scenario;
    }

    static Category category(int product) {
        return SHELVES[(product - 1) / Category.DEPTH];
    }

    static String name(int product) {
        int place = (product - 1) % Category.DEPTH;
        String style = STYLES.get(Math.floorMod(place * 3 + product / Category.DEPTH, STYLES.size()));
        return style + " " + category(product).thing(place);
    }

    /** The day from which it can be bought. */
    LocalDate launchedOn(int product) {
        if (category(product) == Category.LIGHTING) {
            return scenario.date(scenario.launch());
        }
        return scenario.start().minusDays(Dice.of(Topic.PRODUCT, product, 1).between(30, 1_400));
    }

    /** What the shop itself pays, in pence. */
    static int cost(int product) {
        double share = 0.42 + 0.16 * Dice.of(Topic.PRODUCT, product, 2).unit();
        return (int) Math.round(listPrice(product) * share);
    }

    /** What it costs that day, in pence. */
    int price(int product, int day) {
        int list = listPrice(product);
        boolean risen = category(product) == Category.TEXTILES && day >= scenario.priceRise();
        return risen ? charming(list * 1.15) : list;
    }

    /** Somebody's choice that day: favourites of each shelf sell most, lamps only after their launch. */
    int choose(int day, Dice dice) {
        int[] demand = day < scenario.launch() ? DEMAND_WITHOUT_LIGHTING : DEMAND;
        double wanted = dice.unit() * demand[demand.length - 1];
        int shelf = 0;
        while (wanted >= demand[shelf]) {
            shelf++;
        }
        double u = dice.unit();
        return shelf * Category.DEPTH + (int) (u * u * Category.DEPTH) + 1;
    }

    private static int listPrice(int product) {
        Category category = category(product);
        double u = Dice.of(Topic.PRODUCT, product, 0).unit();
        return charming(category.cheapest() + u * u * (category.dearest() - category.cheapest()));
    }

    /** The nearest price that ends with 5 or 9 pence, as shops like them. */
    private static int charming(double pence) {
        int tens = (int) (pence / 10);
        return tens * 10 + (pence - tens * 10 < 7 ? 5 : 9);
    }

    private static int[] cumulative(int shelves) {
        int[] sums = new int[shelves];
        int sum = 0;
        for (int shelf = 0; shelf < shelves; shelf++) {
            sum += SHELVES[shelf].demand();
            sums[shelf] = sum;
        }
        return sums;
    }
}
