package io.bellwether.app.whole;

import io.bellwether.app.schedule.Cadence;
import io.bellwether.app.schedule.Job;
import io.bellwether.app.schedule.Jobs;
import io.bellwether.app.store.Store;
import io.bellwether.app.store.Stores;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * A server that does nothing but short jobs: {@code JobsChild URL NAME}. Whether it is alone with one is told by a lock of
 * PostgreSQL that the jobs know nothing of.
 */
public final class JobsChild {
    static final int JOBS = 3;
    private static final Duration PULSE = Duration.ofMillis(500);
    private static final int LOOK_MILLIS = 40;

    private JobsChild() {}

    public static void main(String[] arguments) throws Exception {
        String url = arguments[0];
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < JOBS; i++) {
            int number = i;
            Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
            jobs.add(new Job(
                    "short_" + i,
                    "for a test",
                    () -> new Cadence.Every(Duration.ofMillis(20)),
                    at -> alone(connection, number, arguments[1])));
        }
        Store store = Stores.postgres(new Stores.Login(url, "postgres", "postgres"));
        // Servers that look equally often may stay in step, and then the same one is always first.
        Jobs.Pace pace =
                new Jobs.Pace(Duration.ofMillis(LOOK_MILLIS + Math.floorMod(arguments[1].hashCode(), 19)), PULSE);
        new Jobs(store, jobs, InstantSource.system(), arguments[1], pace).start();
        System.out.println("ready");
        Thread.currentThread().join();
    }

    private static Job.Result alone(Connection connection, int job, String name) {
        try (Statement statement = connection.createStatement()) {
            boolean free = yes(statement, "select pg_try_advisory_lock(" + job + ")");
            statement.execute(
                    "insert into seen (job, server, alone) values (" + job + ", '" + name + "', " + free + ")");
            Thread.sleep(10);
            if (free) {
                yes(statement, "select pg_advisory_unlock(" + job + ")");
            }
            return Job.Result.fine("done");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Job.Result.fine("stopped");
        }
    }

    private static boolean yes(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }
}
