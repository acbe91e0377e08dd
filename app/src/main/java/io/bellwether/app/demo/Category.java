package io.bellwether.app.demo;

/** The shelves of the shop, in the order of their numbers in the data. */
enum Category {
    KITCHEN("Kitchen", 300, 2_800, 24, "Mug", "Teapot", "Bread Bin", "Jug", "Egg Cup", "Recipe Tin"),
    TEXTILES("Textiles", 600, 4_200, 20, "Cushion", "Throw", "Tea Towel", "Apron", "Blanket", "Table Runner"),
    CANDLES("Candles", 250, 1_800, 14, "Candle", "Lantern", "Tealight Holder", "Diffuser", "Taper Set"),
    STATIONERY("Stationery", 150, 1_200, 12, "Notebook", "Card Set", "Gift Wrap", "Pencil Tin", "Calendar"),
    TOYS("Toys", 400, 2_600, 11, "Skittles", "Puzzle", "Rag Doll", "Train Set", "Paint Box"),
    GARDEN("Garden", 350, 3_800, 9, "Planter", "Bird Feeder", "Watering Can", "Bunting", "Trug"),
    DECORATIONS("Decorations", 200, 2_400, 10, "Photo Frame", "Wall Clock", "Doormat", "Hook Board", "Mirror"),
    LIGHTING(
            "Lighting", 1_900, 5_900, 5, "Studio Desk Lamp", "Studio Floor Lamp", "Studio Pendant", "Studio Clip Lamp");

    /** Products on each shelf. */
    static final int DEPTH = 20;

    private final String label;
    private final int cheapest;
    private final int dearest;
    private final int demand;
    private final String[] things;

    Category(String label, int cheapest, int dearest, int demand, String... things) {
        this.label = label;
        this.cheapest = cheapest;
        this.dearest = dearest;
        this.demand = demand;
        this.things = things;
    }

    String label() {
        return label;
    }

    /** The cheapest product's price in pence. */
    int cheapest() {
        return cheapest;
    }

    /** The dearest product's price in pence. */
    int dearest() {
        return dearest;
    }

    /** How often this shelf is bought from, relative to the others. */
    int demand() {
        return demand;
    }

    String thing(int number) {
        return things[number % things.length];
    }
}
