/**
 * Excel workbooks as a reader of the sheet sees them: the sheet that is meant, its line of names, its cells with dates
 * and decimals, merged cells filled in, errors told by their address. In: a file. Out: names and rows, one at a time.
 * May use: {@code engine}, core.
 */
@NullMarked
package io.bellwether.engine.sheet;

import org.jspecify.annotations.NullMarked;
