package io.jenkins.plugins.slacknotify.event.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Function;

/**
 * The UUID that follows from a name: the same for the same name, in each process and version of the plugin. It is of version 3, and so of
 * MD5; of version 8, and of SHA-256, where Java has no MD5, as in a mode that allows only approved algorithms (FIPS). So the UUIDs change
 * where such a mode is switched on or off. No guarantee that nobody finds another name with the same.
 */
public final class NameUuid {
    private static final long VERSION = 0xf000L;
    private static final long VARIANT = 0xc000_0000_0000_0000L;

    private NameUuid() {}

    /** Returns the UUID of a name in UTF-8, in which lone surrogates are all alike. */
    public static UUID of(String name) {
        return of(name, UUID::nameUUIDFromBytes);
    }

    /** @param withMd5 throws an {@link InternalError} where there is no MD5 */
    static UUID of(String name, Function<byte[], UUID> withMd5) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        try {
            return withMd5.apply(bytes);
        } catch (InternalError noMd5) {
            return withSha256(bytes);
        }
    }

    private static UUID withSha256(byte[] name) {
        ByteBuffer digest = ByteBuffer.wrap(Sha256.of(name));
        return new UUID(digest.getLong() & ~VERSION | 0x8000L, digest.getLong() & ~VARIANT | Long.MIN_VALUE);
    }
}
