/**
 * In: models and questions as Apache Ossie writes them. Out: definitions and questions of ours, and back. May use: all
 * packages before it.
 */
@NullMarked
package io.bellwether.core.ossie;

import org.jspecify.annotations.NullMarked;
