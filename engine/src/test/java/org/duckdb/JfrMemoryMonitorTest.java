package org.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A newer driver may call its hook differently: then this fails, before a person's command does. */
class JfrMemoryMonitorTest {
    private static Stream<String> calls(Class<?> hook) {
        return Arrays.stream(hook.getDeclaredMethods())
                .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                .map(method -> method.getName()
                        + Arrays.toString(Arrays.stream(method.getParameterTypes())
                                .map(Class::getName)
                                .toArray()));
    }

    @Test
    void hasTheMethodsOfTheDriversOwn() throws Exception {
        var driver = DuckDBDriver.class.getProtectionDomain().getCodeSource().getLocation();
        try (var original = new URLClassLoader(new URL[] {driver}, ClassLoader.getPlatformClassLoader())) {
            assertThat(calls(JfrMemoryMonitor.class))
                    .containsExactlyInAnyOrderElementsOf(calls(original.loadClass("org.duckdb.JfrMemoryMonitor"))
                            .toList());
        }
    }

    @Test
    void theDriverWorksWithIt() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select 6 * 7")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
    }
}
