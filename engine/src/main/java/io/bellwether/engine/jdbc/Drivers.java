package io.bellwether.engine.jdbc;

import io.bellwether.engine.EngineException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The drivers that we may not ship, or that are too large to: whoever runs Bellwether puts them into a folder. */
public final class Drivers {
    private final @Nullable Path folder;
    private @Nullable ClassLoader loader;

    public Drivers(@Nullable Path folder) {
        this.folder = folder;
    }

    /** @param jar what the driver's file is called, for the fix */
    public synchronized Driver find(String url, String jar) {
        for (Driver driver : ServiceLoader.load(Driver.class, loader())) {
            if (accepts(driver, url)) {
                return driver;
            }
        }
        String where = folder == null ? "a folder and name it in BELLWETHER_DRIVERS" : folder.toString();
        String kind = url.replaceFirst("^jdbc:(\\w+):.*", "$1");
        throw EngineException.of("E613", "there is no driver for jdbc:" + kind, "put " + jar + " into " + where);
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException e) {
            return false;
        }
    }

    private ClassLoader loader() {
        if (loader == null) {
            // Only what lies in the folder, not what happens to be on our own class path.
            loader = new URLClassLoader(jars().toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        }
        return loader;
    }

    private List<URL> jars() {
        List<URL> jars = new ArrayList<>();
        if (folder == null || !Files.isDirectory(folder)) {
            return jars;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".jar")) {
                    jars.add(file.toUri().toURL());
                }
            }
        } catch (IOException e) {
            throw EngineException.of("E613", "the folder " + folder + " cannot be read", "check who may read it");
        }
        return jars;
    }
}
