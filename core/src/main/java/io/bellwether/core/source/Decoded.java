package io.bellwether.core.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.List;

/** A file's bytes read as UTF-8, with the place of the first byte that is not. */
public record Decoded(SourceFile file, List<Diagnostic> problems) {
    /** Never fails: what cannot be read is replaced, and the problem says where. */
    public static Decoded of(String path, byte[] bytes) {
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        var decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), out, true);
        if (!result.isError()) {
            return new Decoded(new SourceFile(path, out.flip().toString()), List.of());
        }
        int at = out.position();
        SourceFile file = new SourceFile(path, new String(bytes, UTF_8));
        String fix = wide(bytes) ? "it looks like UTF-16; save the file as UTF-8" : "save the file as UTF-8";
        return new Decoded(file, List.of(Code.ENCODING.at(file.span(at, at + 1), "the file is not UTF-8 text", fix)));
    }

    private static boolean wide(byte[] bytes) {
        return bytes.length > 1 && ((bytes[0] & 0xff) >= 0xfe && (bytes[1] & 0xff) >= 0xfe);
    }
}
