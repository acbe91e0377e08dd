package io.bellwether.engine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void referencesAreFilledInAndCoveredAgain() throws IOException {
        Files.writeString(folder.resolve("password"), "hunter2\n");
        Secrets secrets = new Secrets(Map.of("HOST", "db.example.com"), folder);
        assertThat(secrets.fill("jdbc:x://${env:HOST}/?password=${file:password}"))
                .isEqualTo("jdbc:x://db.example.com/?password=hunter2");
        assertThat(secrets.fill("${file:" + folder.resolve("password") + "}")).isEqualTo("hunter2");
        assertThat(secrets.cover("refused: hunter2 at db.example.com")).isEqualTo("refused: *** at ***");
    }

    @Test
    void aLongSecretIsCoveredWhole() {
        Secrets secrets = new Secrets(Map.of("USER", "shop", "PASSWORD", "shopkeeper"), folder);
        secrets.fill("${env:USER}:${env:PASSWORD}");
        assertThat(secrets.cover("no shopkeeper in shop")).isEqualTo("no *** in ***");
    }

    @Test
    void whatIsNotThereIsAProblemThatNamesOnlyTheReference() {
        Secrets secrets = new Secrets(Map.of(), folder);
        assertThat(problem(() -> secrets.fill("${env:PASSWORD}")))
                .isEqualTo("E614 the environment variable PASSWORD is not set");
        assertThat(problem(() -> secrets.fill("${file:none}"))).isEqualTo("E614 the file none cannot be read");
    }

    @Test
    void aDriverThatIsNotThereIsNamed() {
        Drivers none = new Drivers(folder.resolve("drivers"));
        assertThat(problem(() -> none.find("jdbc:mariadb://localhost/shop", "mariadb-java-client-….jar")))
                .isEqualTo("E613 there is no driver for jdbc:mariadb");
    }

    private static String problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return catchThrowableOfType(EngineException.class, work).getMessage();
    }
}
