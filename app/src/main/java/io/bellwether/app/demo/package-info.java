/**
 * The demo shop: two years of a small gift and home shop, made from nothing but a last day and a scale.
 *
 * <p>In: the last day with data, a scale, a folder. Out: a workspace (YAML) and its data (Parquet, one CSV). May use: DuckDB's
 * driver to write Parquet; nothing else of Bellwether, so that the demo stays an honest outside input.
 *
 * <p>How it fits together: {@link io.bellwether.app.demo.Scenario} says what happens when, {@link
 * io.bellwether.app.demo.Demand} how much is sold on a day, {@link io.bellwether.app.demo.Trading} makes a day's visits and
 * orders out of it, and each {@link io.bellwether.app.demo.Table} turns days into rows. Everything random comes from {@link
 * io.bellwether.app.demo.Dice}, keyed by what it is about, so any day can be made on its own and is always the same.
 */
@NullMarked
package io.bellwether.app.demo;

import org.jspecify.annotations.NullMarked;
