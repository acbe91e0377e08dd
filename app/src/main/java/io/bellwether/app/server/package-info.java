/**
 * In: HTTP requests. Out: the pages' JSON, the pages themselves, and problems as {@code application/problem+json}. The only
 * package that knows the web framework. May use: {@code page} and the use cases.
 */
@NullMarked
package io.bellwether.app.server;

import org.jspecify.annotations.NullMarked;
