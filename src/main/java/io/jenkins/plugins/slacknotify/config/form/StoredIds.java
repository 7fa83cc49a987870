package io.jenkins.plugins.slacknotify.config.form;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Names out of configuration files. A newer version of the plugin may have stored some that this one does not know; they stay
 * where they are, are left out of what counts, and are told in the log once.
 */
public final class StoredIds {
    private static final Logger LOGGER = Logger.getLogger(StoredIds.class.getName());

    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private StoredIds() {}

    /** @param parse throws {@link IllegalArgumentException} for a name that is not known */
    public static <T> Stream<T> known(Collection<String> names, Function<String, T> parse) {
        return names.stream().map(name -> known(name, parse)).flatMap(Optional::stream);
    }

    /** Empty where the name is not known; see above. */
    public static <T> Optional<T> known(String name, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(name));
        } catch (IllegalArgumentException e) {
            if (TOLD.add(e.getMessage())) {
                LOGGER.warning(() -> "Left out of the configuration of Slack notifications: " + e.getMessage()
                        + ". Perhaps a newer version of the plugin has stored it");
            }
            return Optional.empty();
        }
    }
}
