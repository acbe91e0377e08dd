/** In: nothing. Out: a Trino of three nodes in one process, until standard input ends. May use: Trino's own test support. */
package io.bellwether.conformance.trino;
