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
    void otherSpellingsAreCoveredToo() throws IOException {
        Files.writeString(folder.resolve("key"), "-----BEGIN-----\n{\nabcDEF/123=\n");
        Map<String, String> variables = Map.of(
                "DB", "My-Shop/2", "REST", "//h:1/x?user=ann&password=p%2Fq-1", "LOGIN", "//ann:s3cr3t@h", "PIN", "7");
        Secrets secrets = new Secrets(variables, folder);
        secrets.fill("${env:DB} ${env:REST} ${env:LOGIN} ${env:PIN} ${file:key}");
        assertThat(secrets.cover("no \"my_shop_2\", MY-SHOP/2, My%2dShop%2F2, My-Shop\\/2"))
                .isEqualTo("no \"***\", ***, ***, ***");
        assertThat(secrets.cover("p/q-1 p%2Fq-1 s3cr3t")).isEqualTo("*** *** ***");
        assertThat(secrets.cover("bad line abcDEF/123= in { at 17")).isEqualTo("bad line *** in { at 1***");
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
