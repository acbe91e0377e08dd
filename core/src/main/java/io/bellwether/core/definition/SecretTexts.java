package io.bellwether.core.definition;

import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.source.Span;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts that nobody should read in a file: only references to them stand there. */
final class SecretTexts {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(?:env|file):[^{}$]+}");

    private SecretTexts() {}

    static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches();
    }

    /** The reference behind a key; anything else there is a problem, and is kept nowhere. */
    static @Nullable Located<String> reference(Keys keys, String key, String variable) {
        Located<String> secret = keys.text(key);
        if (secret == null || isReference(secret.value())) {
            return secret;
        }
        plain(keys, "the " + key, secret, variable);
        return null;
    }

    static void plain(Keys keys, String what, Located<String> secret, String variable) {
        String fix = "write ${env:" + variable + "} and set that variable, or ${file:path}";
        String message = what + " holds a secret that everyone can read who reads this file";
        keys.problems().add(Code.SECRET, covered(secret.span()), message, fix);
    }

    /** The same place in a text whose secret cannot be read, since problems show the line they are in. */
    private static Span covered(Span span) {
        String text = span.file().text();
        String stars = text.substring(span.start(), span.end()).replaceAll("[^\\r\\n]", "*");
        String masked = text.substring(0, span.start()) + stars + text.substring(span.end());
        return new SourceFile(span.file().path(), masked).span(span.start(), span.end());
    }
}
