package io.bellwether.core.lint;

import java.util.List;

/** One rule about a sound workspace. */
interface Rule {
    List<Finding> check(Ground ground);
}
