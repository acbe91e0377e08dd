/**
 * In: what people have to do by a day (check-ins, reviews, actions, values). Out: one mail to each that tells what is new of it.
 * May use: {@code core}, {@code store}, {@code message}, {@code alert} (links), {@code people}, {@code review}, {@code manual}.
 */
@NullMarked
package io.bellwether.app.remind;

import org.jspecify.annotations.NullMarked;
