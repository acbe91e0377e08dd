/**
 * In: a workspace's folder. Out: the product's objects, built by constructors here and nowhere else. May use: every use
 * case; {@code cli} and {@code server} use it.
 */
@NullMarked
package io.bellwether.app.wiring;

import org.jspecify.annotations.NullMarked;
