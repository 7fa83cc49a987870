package io.jenkins.plugins.slacknotify.outbox.store;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine that Jenkins runs on, as far as it can be told from another one.
 *
 * @param name the host's name, which a container may change each time it is made anew
 * @param boot what the kernel calls the time since it was booted, the same in all containers of one machine; null where
 *     the system does not say (only Linux does)
 */
public record Host(String name, @CheckForNull String boot) {
    /** Returns this machine. */
    public static Host current() {
        return new Host(
                Stream.of(
                                firstLine("/proc/sys/kernel/hostname"),
                                Optional.ofNullable(System.getenv("COMPUTERNAME")),
                                networkName())
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse("unknown"),
                firstLine("/proc/sys/kernel/random/boot_id").orElse(null));
    }

    /** Returns the machine of a name that the caller knows, whatever its kernel says. */
    public static Host named(String name) {
        return new Host(name, null);
    }

    /** Returns whether this host and the other one are the same machine. */
    public boolean isSame(Host other) {
        return name.equals(other.name) || (boot != null && Objects.equals(boot, other.boot));
    }

    private static Optional<String> firstLine(String file) {
        try {
            return Optional.of(Files.readString(Path.of(file), StandardCharsets.UTF_8)
                            .strip())
                    .filter(line -> !line.isEmpty());
        } catch (IOException notThisSystem) {
            return Optional.empty();
        }
    }

    private static Optional<String> networkName() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
