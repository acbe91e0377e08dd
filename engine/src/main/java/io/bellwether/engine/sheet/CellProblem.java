package io.bellwether.engine.sheet;

/**
 * Stands in a row for a cell whose value nobody can tell: {@code #DIV/0!}, or one number over several rows.
 *
 * @param shown what the cell shows, empty for nothing
 * @param what follows the cell's address in a sentence, such as {@code is #DIV/0!}
 */
public record CellProblem(String shown, String what, String fix) {
    static CellProblem error(String text) {
        return new CellProblem(text, "is " + text, "mend its formula, or empty the cell");
    }

    static CellProblem mergedNumber(CellRange range) {
        return new CellProblem(
                "(merged)",
                "is merged with the cells below it, to " + range.lastAddress()
                        + ", and holds a number: nothing says whether it counts once or in each row",
                "unmerge the cells and write the number where it counts");
    }
}
