package io.jenkins.plugins.slacknotify.config.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads ids of enum constants from configuration files. A newer version of the plugin may have stored ids that this version does
 * not know. These stay in the file, have no effect, and are logged once for each.
 */
public final class StoredIds {
    private static final Logger LOGGER = Logger.getLogger(StoredIds.class.getName());

    private static final Set<String> LOGGED = ConcurrentHashMap.newKeySet();

    private StoredIds() {}

    /**
     * Parses the ids that this version knows, and leaves out the others.
     *
     * @param parse throws {@link IllegalArgumentException} for an unknown id
     */
    public static <T> Stream<T> known(Collection<String> ids, Function<String, T> parse) {
        return ids.stream().map(id -> known(id, parse)).flatMap(Optional::stream);
    }

    /**
     * Returns what a form has chosen, and what it could not offer: the ids that were stored and that this version does not know. Otherwise
     * a newer version would not find what it has stored, once somebody has saved a form of this one.
     *
     * @param chosen the ids that the form has
     * @param before those that were stored
     * @param parse throws {@link IllegalArgumentException} for an unknown id
     */
    public static List<String> withUnknown(
            Collection<String> chosen, Collection<String> before, Function<String, ?> parse) {
        return Stream.concat(chosen.stream(), before.stream().filter(id -> isUnknown(id, parse)))
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static boolean isUnknown(String id, Function<String, ?> parse) {
        try {
            parse.apply(id);
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    /**
     * Parses one id that is stored.
     *
     * @param parse throws {@link IllegalArgumentException} for an unknown id
     * @return empty where this version does not know the id
     */
    public static <T> Optional<T> known(String id, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(id));
        } catch (IllegalArgumentException e) {
            if (LOGGED.add(e.getMessage())) {
                LOGGER.warning(() -> "Left out of the configuration of Slack notifications: " + e.getMessage()
                        + ". Perhaps a newer version of the plugin has stored it");
            }
            return Optional.empty();
        }
    }
}
