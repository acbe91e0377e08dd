package io.bellwether.app.demo;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table of the shop. Java makes the numbers, SQL gives them their types and words: a row is an array of whole numbers
 * (pence, epoch seconds, places in a list of words), and {@link #select} turns them into what the file holds.
 */
interface Table {
    /** Stands for null in a row. */
    long NULL = Long.MIN_VALUE;

    /** The name of the table and of its file. */
    String name();

    /** The names of the numbers in a row. */
    List<String> columns();

    /** The select list over {@link #columns}. */
    String select();

    /** What the file is ordered by; empty if the rows already come in order. */
    default String order() {
        return "";
    }

    /** The rows, a batch at a time so that memory holds one day and not the whole table. */
    Stream<List<long[]>> batches();

    /** Pence as exact money. */
    static String money(String column) {
        return "(" + column + " * 0.01::decimal(3,2))::decimal(12,2) as " + column;
    }

    /** Epoch seconds as a timestamp without zone: the clock on the shop's wall. */
    static String timestamp(String column) {
        return "make_timestamp(" + column + " * 1000000) as " + column;
    }

    /** Days since 1970 as a date. */
    static String date(String column) {
        return "(date '1970-01-01' + " + column + "::integer) as " + column;
    }

    /** A place in a list of words, counted from 0. */
    static String word(String column, String words) {
        return words + "[" + column + " + 1] as " + column;
    }

    static String integer(String column) {
        return column + "::integer as " + column;
    }

    static String flag(String column) {
        return "(" + column + " = 1) as " + column;
    }
}
