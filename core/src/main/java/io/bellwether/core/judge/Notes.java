package io.bellwether.core.judge;

import io.bellwether.core.plan.TimeWindow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The windows that a reader asks for, found by letting it read where nothing is. */
record Notes(List<TimeWindow> actual, List<TimeWindow> goal) {
    static Notes of(Consumer<Readings> reader) {
        Set<TimeWindow> actual = new LinkedHashSet<>();
        Set<TimeWindow> goal = new LinkedHashSet<>();
        reader.accept(new Readings() {
            @Override
            public Reading actual(TimeWindow window) {
                actual.add(window);
                return new Reading.Missing();
            }

            @Override
            public Reading goal(TimeWindow window) {
                goal.add(window);
                return new Reading.Missing();
            }
        });
        return new Notes(List.copyOf(actual), List.copyOf(goal));
    }
}
